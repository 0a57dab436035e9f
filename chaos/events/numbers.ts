import { accountKpi, company } from "@keyline/domain";
import type { Api, Listed } from "../api.ts";
import { runKeyline } from "../keyline.ts";

/** When something was written differs; ranks are a share of all accounts, which the nightly pass writes. */
const notCompared = [
  "calculated_at",
  "am_last_recalculated",
  "am_kpi_mark",
  "am_revenue_rank",
  "am_selection_score",
  "am_score_reasons",
];
/** What numbers alone write on a company: cleared, it comes from nothing. */
const computed = Object.keys(company.fields).filter(
  (name) =>
  /_score$|_to_date$|attainment|satisfaction$|open_needs|unmet_high|high_risk_gaps|revenue_|score_reasons|health_|kpi_mark/.test(
    name,
  ) && !["am_revenue_goal"].includes(name), // prettier-ignore
);
const kpiFields = Object.keys(accountKpi.fields);
const version = "2026-09";

/** Every number of the portal, by record and property. */
export async function readNumbers(api: Api): Promise<Map<string, string | null>> {
  const found = new Map<string, string | null>();
  const note = (key: string, properties: Listed["properties"], names: readonly string[]) => {
    for (const name of names) if (!notCompared.includes(name)) found.set(`${key} ${name}`, properties[name] || null);
  };
  for (const { id, properties } of await api.list("companies", computed)) note(id, properties, computed);
  for (const { id, properties } of await api.list("p_account_kpi", kpiFields)) {
    note(properties["kpi_key"] ?? id, properties, kpiFields);
  }
  return found;
}

/** Takes every number away and has it computed again for the same periods, by a command of its own. */
export async function numbersFromNothing(api: Api, environment: Record<string, string>) {
  const kpis = await api.list("p_account_kpi", ["period"]);
  const periods = [...new Set(kpis.flatMap(({ properties }) => properties["period"] ?? []))];
  await inBatches(kpis, (some) =>
    api.call("POST", `/crm/objects/${version}/p_account_kpi/batch/archive`, {
      inputs: some.map(({ id }) => ({ id })),
    }),
  );
  const cleared = Object.fromEntries(computed.map((name) => [name, ""]));
  await inBatches(await api.list("companies", []), (some) =>
    api.call("POST", `/crm/objects/${version}/companies/batch/update`, {
      inputs: some.map(({ id }) => ({ id, properties: cleared })),
    }),
  );
  for (const period of periods) await runKeyline(["recalculate", "--period", period], environment);
  return readNumbers(api);
}

/** One sentence for each number that is not what it is from nothing. */
export function differences(
  one: ReadonlyMap<string, string | null>,
  nothing: ReadonlyMap<string, string | null>,
): string[] {
  return [...new Set([...one.keys(), ...nothing.keys()])]
    .filter((place) => one.get(place) !== nothing.get(place))
    .map((place) => `${place} is ${String(one.get(place))}, from nothing ${String(nothing.get(place))}`);
}

async function inBatches(records: readonly Listed[], work: (some: readonly Listed[]) => Promise<unknown>) {
  for (let start = 0; start < records.length; start += 100) await work(records.slice(start, start + 100));
}
