import {
  factorReasons,
  isPlainDate,
  majorOf,
  priorityParts,
  priorityScore,
  Problem,
  toMinor,
  type AccountEdit,
  type AccountProperties,
  type AccountValues,
  type PriorityFacts,
  type PriorityPart,
  type PrioritySection,
  type Settings,
} from "@keyline/domain";
import type { CompanyRecord } from "../facts.ts";

type Reasons = NonNullable<ReturnType<typeof factorReasons.read>>;

/** HubSpot's own text properties of a company that the card lets people fill in. */
const texts = { industry: "industry", city: "city", country: "country" } as const;

/** What the plan shows of the company itself, as it stands. Dates of the contract may live in properties of the portal's own. */
export function accountValuesOf(
  { properties, raw }: CompanyRecord,
  settings: Settings,
  currency: string,
): AccountValues {
  const { contractEndProperty, noticeByProperty, valueProperty } = settings.renewals;
  const reasons = reasonsOf(properties);
  const amount = (text: string | null | undefined) => (text ? (toMinor(text, currency) ?? null) : null);
  const date = (text: string | null | undefined) => {
    const day = text?.slice(0, 10);
    return isPlainDate(day) ? day : null;
  };
  return {
    industry: raw["industry"] || null,
    employees: wholeOf(raw["numberofemployees"]),
    city: raw["city"] || null,
    country: raw["country"] || null,
    annualRevenueMinor: amount(raw["annualrevenue"]),
    ...factorsOf(properties, reasons),
    contractEnds: date(raw[contractEndProperty]),
    noticeBy: date(raw[noticeByProperty]),
    renewalMinor: amount(raw[valueProperty]),
    outlook: properties.am_renewal_outlook,
  };
}

/** What a change writes: our properties typed, HubSpot's own and the portal's own as text. */
export function accountProperties(
  change: AccountEdit,
  { properties }: CompanyRecord,
  settings: Settings,
  currency: string,
): { properties: Partial<AccountProperties>; extra: Record<string, string> } {
  const { contractEndProperty, noticeByProperty, valueProperty } = settings.renewals;
  const extra: Record<string, string> = {};
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== undefined) extra[name] = value === null ? "" : String(value);
  };
  const major = (minor: number | null | undefined) => (typeof minor === "number" ? majorOf(minor, currency) : minor);
  for (const [name, property] of Object.entries(texts)) put(property, change[name as keyof typeof texts]);
  put("numberofemployees", change.employees);
  put("annualrevenue", major(change.annualRevenueMinor));
  put(contractEndProperty, change.contractEnds);
  put(noticeByProperty, change.noticeBy);
  put(valueProperty, major(change.renewalMinor));
  return {
    properties: {
      ...factorProperties(change, properties, settings),
      ...(change.outlook !== undefined && { am_renewal_outlook: change.outlook }),
    },
    extra,
  };
}

export function priorityOf(properties: Readonly<AccountProperties>, settings: Settings): PrioritySection {
  const { score, parts, missing } = priorityScore(factsOf(properties), settings.priorityWeights);
  return { score, parts: parts.map(({ part, points, max }) => ({ part, points, max })), missing };
}

function factorsOf(properties: Readonly<AccountProperties>, reasons: Reasons) {
  const facts = factsOf(properties);
  const judged = priorityParts.values.map((part) => [
    part,
    { value: facts[part] === null ? null : Math.round(facts[part]), reason: reasons[part] ?? null },
  ]);
  return Object.fromEntries(judged) as Pick<AccountValues, PriorityPart>;
}

/** Judged anew, the account's priority follows at once. */
function factorProperties(change: AccountEdit, before: Readonly<AccountProperties>, settings: Settings) {
  const changed = priorityParts.values.filter((part) => change[part] !== undefined);
  if (changed.length === 0) return {};
  const values = Object.fromEntries(changed.map((part) => [`am_${part}`, change[part]?.value ?? null]));
  const reasons = { ...reasonsOf(before) };
  for (const part of changed) {
    const reason = change[part]?.reason;
    if (reason) reasons[part] = reason;
    else delete reasons[part];
  }
  const after = { ...before, ...values };
  return {
    ...values,
    am_factor_reasons: Object.keys(reasons).length > 0 ? factorReasons.write(reasons) : null,
    am_priority_score: priorityScore(factsOf(after), settings.priorityWeights).score,
  } as Partial<AccountProperties>;
}

function factsOf(properties: Readonly<AccountProperties>): PriorityFacts {
  return {
    competition: properties.am_competition,
    relationship: properties.am_relationship,
    resources: properties.am_resources,
    growth_potential: properties.am_growth_potential,
    partnership_potential: properties.am_partnership_potential,
    financial_health: properties.am_financial_health,
  };
}

/** Text that somebody else wrote there is no reasons; judging here replaces it. */
function reasonsOf({ am_factor_reasons: text }: Readonly<AccountProperties>): Reasons {
  try {
    return factorReasons.read(text) ?? {};
  } catch (error) {
    if (error instanceof Problem) return {};
    throw error;
  }
}

function wholeOf(text: string | null | undefined): number | null {
  const value = Number(text);
  return text && Number.isFinite(value) ? Math.max(0, Math.round(value)) : null;
}
