import {
  accountEdit,
  industryText,
  priorityParts,
  renewalOutlooks,
  type AccountEdit,
  type AccountValues,
  type PlainDate,
  type PriorityPart,
} from "@keyline/domain";
import { dateFormat, type Host, type PlainKey } from "@keyline/ui";

interface AccountField {
  kind: "industry" | "number" | "line" | "money" | "date" | "outlook" | "factor";
  label: (host: Pick<Host, "say" | "language">) => string;
}

const named = (kind: AccountField["kind"], key: PlainKey): AccountField => ({ kind, label: ({ say }) => say(key) });

/** Two factors speak against an account: the form says so. */
const lessIsBetter: ReadonlySet<PriorityPart> = new Set(["competition", "resources"]);
const factor = (part: PriorityPart): AccountField => ({
  kind: "factor",
  label: ({ say, language }) => {
    const label = priorityParts.label(part, language);
    return lessIsBetter.has(part) ? say("factorLess", { label }) : label;
  },
});

/** How each fact of the company is asked for. */
export const accountFields: Readonly<Record<keyof AccountValues, AccountField>> = {
  industry: named("industry", "industry"),
  employees: named("number", "employees"),
  city: named("line", "city"),
  country: named("line", "country"),
  annualRevenueMinor: named("money", "annualRevenue"),
  competition: factor("competition"),
  relationship: factor("relationship"),
  resources: factor("resources"),
  growth_potential: factor("growth_potential"),
  partnership_potential: factor("partnership_potential"),
  financial_health: factor("financial_health"),
  contractEnds: named("date", "contractEnd"),
  noticeBy: named("date", "contractNotice"),
  renewalMinor: named("money", "renewalValue"),
  outlook: named("outlook", "renewalOutlook"),
};

interface Around {
  host: Pick<Host, "say" | "line" | "language" | "locale" | "numbers">;
  currency: string;
  today: PlainDate;
}

/** A fact as people would say it, for a conflict. */
export function accountFieldText(name: keyof AccountValues, values: AccountEdit, around: Around): string {
  const { host, currency, today } = around;
  const value = values[name];
  if (value === null || value === undefined || value === "") return host.say("none");
  if (typeof value === "object") {
    const judged = value.value === null ? host.say("factorNotJudged") : host.say("ofFive", { value: value.value });
    return host.line([judged, value.reason]);
  }
  const { kind } = accountFields[name];
  if (kind === "money") return host.numbers.money(Number(value), currency);
  if (kind === "number") return host.numbers.number(Number(value));
  if (kind === "industry") return industryText(String(value), host.language);
  if (kind === "date") return dateFormat(host.locale, today).day(value as PlainDate); // oxlint-disable-line typescript/no-unsafe-type-assertion -- the field is a date
  return renewalOutlooks.has(value) ? renewalOutlooks.label(value, host.language) : String(value);
}

/** What a conflict over the company found. */
export function foundAccountEdit(found: unknown): AccountEdit {
  const read = accountEdit.safeParse(found);
  return read.success ? read.data : {};
}
