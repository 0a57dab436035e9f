import { MultiSelect } from "@hubspot/ui-extensions";
import type { Choices } from "@keyline/domain";
import { useHost } from "../host/index.ts";

interface Props<V extends string> {
  name: string;
  label: string;
  choices: Choices<V>;
  values: readonly V[];
  onChange: (values: V[]) => void;
  error?: string | undefined;
  help?: string;
}

/** Several values of a vocabulary, in its order. */
export function ChoicesField<V extends string>({ choices, values, onChange, error, help, ...rest }: Props<V>) {
  const { language } = useHost();
  return (
    <MultiSelect
      {...rest}
      value={[...values]}
      options={choices.values.map((one) => ({ label: choices.label(one, language), value: one }))}
      {...(help ? { description: help } : {})}
      {...(error ? { error: true, validationMessage: error } : {})}
      onChange={(chosen) => onChange(choices.values.filter((one) => chosen.includes(one)))}
    />
  );
}
