import { NumberInput } from "@hubspot/ui-extensions";

export interface NumberFieldProps {
  name: string;
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  error?: string | undefined;
  help?: string;
  required?: boolean;
}

/** A plain number; null while the field is empty. */
export function NumberField(props: NumberFieldProps) {
  const { name, label, value, onChange, min, max, error, help, required = false } = props;
  return (
    <NumberInput
      name={name}
      label={label}
      required={required}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      {...(value === null ? {} : { value })}
      {...(help ? { description: help } : {})}
      {...(error ? { error: true, validationMessage: error } : {})}
      // What HubSpot hands over when the field was emptied is no number.
      onChange={(typed) => onChange(Number.isFinite(typed) ? typed : null)}
    />
  );
}
