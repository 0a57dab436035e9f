import { NumberInput } from "@hubspot/ui-extensions";
import { majorOf, minorOf } from "@keyline/domain";

interface Props {
  name: string;
  label: string;
  currency: string;
  /** Whole minor units; null while there is none. */
  value: number | null;
  onChange: (amountMinor: number | null) => void;
  error?: string | undefined;
  help?: string;
  required?: boolean;
}

/** An amount, typed in major units as people say it, with its currency in the label. */
export function MoneyField({ name, label, currency, value, onChange, error, help, required = false }: Props) {
  // What HubSpot hands over when the field was emptied is no number.
  const take = (major: number) => onChange(Number.isFinite(major) ? minorOf(major, currency) : null);
  return (
    <NumberInput
      name={name}
      label={`${label} (${currency})`}
      required={required}
      min={0}
      {...(value === null ? {} : { value: majorOf(value, currency) })}
      {...(help ? { description: help } : {})}
      {...(error ? { error: true, validationMessage: error } : {})}
      onChange={take}
    />
  );
}
