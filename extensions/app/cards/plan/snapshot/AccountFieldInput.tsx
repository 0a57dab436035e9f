import { NumberInput, Select } from "@hubspot/ui-extensions";
import {
  industries,
  industryText,
  renewalOutlooks,
  type AccountEdit,
  type AccountValues,
  type JudgedFactor,
} from "@keyline/domain";
import { ChoiceField, Column, DateField, MoneyField, TextField, useHost } from "@keyline/ui";
import { accountFields } from "./account-fields.ts";

interface Props {
  name: keyof AccountValues;
  values: AccountEdit;
  set: <K extends keyof AccountEdit>(field: K, value: AccountEdit[K]) => void;
  errorAt: (path: string) => string | undefined;
  currency: string;
}

/** One fact of the company, asked for as its kind wants it. */
export function AccountFieldInput({ name, values, set, errorAt, currency }: Props) {
  const host = useHost();
  const label = accountFields[name].label(host);
  const rest = { name, label, error: errorAt(name) };
  switch (name) {
    case "industry":
      return <IndustryField {...rest} value={values.industry ?? null} onChange={(chosen) => set(name, chosen)} />;
    case "employees":
      return (
        <NumberInput
          name={name}
          label={label}
          min={0}
          {...(typeof values.employees === "number" ? { value: values.employees } : {})}
          onChange={(count) => set(name, Number.isFinite(count) ? Math.round(count) : null)}
        />
      );
    case "city":
    case "country":
      return <TextField {...rest} value={values[name] ?? ""} onChange={(text) => set(name, text || null)} />;
    case "annualRevenueMinor":
    case "renewalMinor":
      return (
        <MoneyField {...rest} currency={currency} value={values[name] ?? null} onChange={(minor) => set(name, minor)} />
      );
    case "contractEnds":
    case "noticeBy":
      return <DateField {...rest} value={values[name] ?? null} onChange={(date) => set(name, date)} />;
    case "outlook":
      return (
        <ChoiceField
          {...rest}
          choices={renewalOutlooks}
          value={values.outlook ?? null}
          onChange={(outlook) => set(name, outlook)}
        />
      );
    default:
      return (
        <FactorField
          name={name}
          label={label}
          judged={values[name] ?? { value: null, reason: null }}
          reasonError={errorAt(`${name}.reason`)}
          onChange={(judged) => set(name, judged)}
        />
      );
  }
}

function IndustryField(props: {
  name: string;
  label: string;
  value: string | null;
  onChange: (industry: string) => void;
}) {
  const { language } = useHost();
  const { name, label, value, onChange } = props;
  // A portal may have industries of its own: the one that stands is always a choice.
  const known = value === null || industries.includes(value) ? industries : [value, ...industries];
  const options = known
    .map((one) => ({ value: one, label: industryText(one, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
  return (
    <Select
      name={name}
      label={label}
      options={options}
      {...(value === null ? {} : { value })}
      onChange={(chosen) => onChange(String(chosen))}
    />
  );
}

function FactorField(props: {
  name: string;
  label: string;
  judged: JudgedFactor;
  reasonError: string | undefined;
  onChange: (judged: JudgedFactor) => void;
}) {
  const { say } = useHost();
  const { name, label, judged, reasonError, onChange } = props;
  const options = [1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: say("ofFive", { value }) }));
  return (
    <Column gap="xs" fills>
      <Select
        name={name}
        label={label}
        options={[{ value: "", label: say("factorNotJudged") }, ...options]}
        value={judged.value === null ? "" : String(judged.value)}
        onChange={(chosen) => onChange({ ...judged, value: chosen === "" ? null : Number(chosen) })}
      />
      <TextField
        name={`${name}-reason`}
        label={say("factorReason")}
        value={judged.reason ?? ""}
        error={reasonError}
        onChange={(reason) => onChange({ ...judged, reason: reason || null })}
      />
    </Column>
  );
}
