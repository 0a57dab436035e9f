import { MultiSelect } from "@hubspot/ui-extensions";
import { decisionRoles, type DecisionRole } from "@keyline/domain";
import { useHost } from "@keyline/ui";

interface Props {
  name: string;
  label: string;
  value: readonly DecisionRole[];
  onChange: (roles: DecisionRole[]) => void;
  error?: string | undefined;
  required?: boolean;
}

/** The parts a person plays in the decision; one may play several. */
export function RolesField({ value, onChange, error, required = false, ...rest }: Props) {
  const { language } = useHost();
  return (
    <MultiSelect
      {...rest}
      required={required}
      value={[...value]}
      options={decisionRoles.values.map((role) => ({ value: role, label: decisionRoles.label(role, language) }))}
      {...(error ? { error: true, validationMessage: error } : {})}
      onChange={(chosen) => onChange(chosen.filter(decisionRoles.has))}
    />
  );
}
