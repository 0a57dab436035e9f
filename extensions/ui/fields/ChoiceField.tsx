import { Select } from "@hubspot/ui-extensions";
import type { Choices } from "@keyline/domain";
import { useHost } from "../host/index.ts";

interface Props<V extends string> {
  name: string;
  label: string;
  choices: Choices<V>;
  value: V | null;
  onChange: (value: V) => void;
  error?: string | undefined;
  required?: boolean;
}

/** One value of a vocabulary, by its words in the user's language. */
export function ChoiceField<V extends string>({
  choices,
  value,
  onChange,
  error,
  required = false,
  ...rest
}: Props<V>) {
  const { language } = useHost();
  return (
    <Select
      {...rest}
      required={required}
      {...(value === null ? {} : { value })}
      options={choices.values.map((one) => ({ label: choices.label(one, language), value: one }))}
      {...(error ? { error: true, validationMessage: error } : {})}
      onChange={(chosen) => choices.has(chosen) && onChange(chosen)}
    />
  );
}
