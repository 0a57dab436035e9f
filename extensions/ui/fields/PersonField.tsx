import { Select } from "@hubspot/ui-extensions";
import type { Person } from "@keyline/domain";
import { useHost } from "../host/index.ts";

interface Props {
  name: string;
  label: string;
  people: readonly Person[];
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | undefined;
}

const nobody = "";

/** One person, or no one. */
export function PersonField({ people, value, onChange, error, ...rest }: Props) {
  const { say } = useHost();
  return (
    <Select
      {...rest}
      value={value ?? nobody}
      options={[{ label: say("noOne"), value: nobody }, ...people.map(({ id, name }) => ({ label: name, value: id }))]}
      {...(error ? { error: true, validationMessage: error } : {})}
      onChange={(chosen) => onChange(chosen === nobody ? null : String(chosen))}
    />
  );
}
