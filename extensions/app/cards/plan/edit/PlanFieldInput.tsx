import { NumberInput } from "@hubspot/ui-extensions";
import { isPlainDate, reviewRhythms, type Person } from "@keyline/domain";
import { ChoiceField, DateField, MoneyField, PersonField, TextField, useHost } from "@keyline/ui";
import { planFields, type PlanFieldName } from "./plan-fields.ts";

interface Props {
  name: PlanFieldName;
  value: string | number | null;
  onChange: (value: string | number | null) => void;
  error: string | undefined;
  owners: readonly Person[];
  currency: string;
}

/** One value of the plan, asked for as its kind wants it. */
export function PlanFieldInput({ name, value, onChange, error, owners, currency }: Props) {
  const { say } = useHost();
  const { kind, label, help } = planFields[name];
  const text = typeof value === "string" ? value : "";
  const number = typeof value === "number" ? value : null;
  const rest = { name, label: say(label), error };
  switch (kind) {
    case "money":
      return <MoneyField {...rest} currency={currency} value={number} onChange={onChange} />;
    case "hours":
      return (
        <NumberInput
          name={name}
          label={say(label)}
          min={0}
          {...(number === null ? {} : { value: number })}
          {...(error ? { error: true, validationMessage: error } : {})}
          onChange={(hours) => onChange(Number.isFinite(hours) ? hours : null)}
        />
      );
    case "date":
      return <DateField {...rest} value={isPlainDate(text) ? text : null} onChange={onChange} />;
    case "person":
      return <PersonField {...rest} people={owners} value={text || null} onChange={onChange} />;
    case "reviewRhythm":
      return (
        <ChoiceField
          {...rest}
          choices={reviewRhythms}
          value={reviewRhythms.has(value) ? value : null}
          onChange={onChange}
        />
      );
    case "line":
      return <TextField {...rest} value={text} onChange={onChange} />;
    default:
      return <TextField {...rest} {...(help ? { help: say(help) } : {})} value={text} rows={4} onChange={onChange} />;
  }
}
