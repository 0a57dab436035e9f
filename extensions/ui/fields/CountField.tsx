import { NumberInput } from "@hubspot/ui-extensions";

interface Props {
  name: string;
  label: string;
  value: number | null;
  onChange: (count: number | null) => void;
  min?: number;
  max?: number;
  error?: string | undefined;
  help?: string;
  required?: boolean;
}

/** A number of days, accounts or points; null while the field is empty. */
export function CountField({ name, label, value, onChange, min = 0, max, error, help, required = false }: Props) {
  return (
    <NumberInput
      name={name}
      label={label}
      required={required}
      min={min}
      {...(max === undefined ? {} : { max })}
      {...(value === null ? {} : { value })}
      {...(help ? { description: help } : {})}
      {...(error ? { error: true, validationMessage: error } : {})}
      // What HubSpot hands over when the field was emptied is no number.
      onChange={(count) => onChange(Number.isFinite(count) ? count : null)}
    />
  );
}
