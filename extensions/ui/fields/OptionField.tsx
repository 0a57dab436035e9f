import { Select } from "@hubspot/ui-extensions";

interface Props<V extends string> {
  name: string;
  label: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  error?: string | undefined;
  help?: string;
}

/** One of a few things that have words of their own here; vocabularies have the choice field. */
export function OptionField<V extends string>({ options, onChange, error, help, ...rest }: Props<V>) {
  return (
    <Select
      {...rest}
      options={[...options]}
      {...(help ? { description: help } : {})}
      {...(error ? { error: true, validationMessage: error } : {})}
      onChange={(chosen) => {
        const option = options.find(({ value }) => value === chosen);
        if (option) onChange(option.value);
      }}
    />
  );
}
