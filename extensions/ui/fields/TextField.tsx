import { Input, TextArea } from "@hubspot/ui-extensions";

interface Props {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  help?: string;
  required?: boolean;
  /** More than one line when given. */
  rows?: number;
}

/**
 * A text. `onInput` keeps every letter: HubSpot commits `onChange` when the field is left, and a form that is sent by
 * the keyboard must not lose the last word.
 */
export function TextField({ name, label, value, onChange, error, help, required = false, rows }: Props) {
  const props = {
    name,
    label,
    value,
    required,
    onChange,
    onInput: onChange,
    ...(help ? { description: help } : {}),
    ...(error ? { error: true, validationMessage: error } : {}),
  };
  return rows ? <TextArea {...props} rows={rows} resize="vertical" /> : <Input {...props} />;
}
