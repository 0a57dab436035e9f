import { DateInput, type BaseDate } from "@hubspot/ui-extensions";
import { dateFrom, type PlainDate } from "@keyline/domain";

interface Props {
  name: string;
  label: string;
  value: PlainDate | null;
  onChange: (date: PlainDate) => void;
  /** The field was emptied; without it, a date once given stays. */
  onClear?: () => void;
  error?: string | undefined;
  min?: PlainDate;
  max?: PlainDate;
  help?: string;
  required?: boolean;
}

/** A day, as HubSpot's date input and our dates write it. */
export function DateField({ name, label, value, onChange, error, min, max, help, required = false, onClear }: Props) {
  return (
    <DateInput
      name={name}
      label={label}
      required={required}
      format="ll"
      timezone="portalTz"
      {...(value ? { value: toInput(value) } : {})}
      {...(min ? { min: toInput(min) } : {})}
      {...(max ? { max: toInput(max) } : {})}
      {...(help ? { description: help } : {})}
      {...(error ? { error: true, validationMessage: error } : {})}
      // The type knows no cleared date; HubSpot sends null.
      onChange={(date: BaseDate | null) => (date ? onChange(fromInput(date)) : onClear?.())}
    />
  );
}

/** HubSpot counts months from 0. */
export function toInput(date: PlainDate): BaseDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { year, month: month - 1, date: day };
}

export function fromInput({ year, month, date }: BaseDate): PlainDate {
  return dateFrom(year, month + 1, date);
}
