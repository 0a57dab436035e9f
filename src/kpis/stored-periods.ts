import {
  accountKpi,
  accountKpiKey,
  dateIn,
  kpiEvidence,
  parsePeriod,
  periodOf,
  Problem,
  type Period,
} from "@keyline/domain";
import { momentMs, type Filter, type HubSpot } from "../hubspot/index.ts";
import { among } from "./facts/among.ts";
import type { Facts } from "./facts/facts.ts";
import { metrics } from "./metrics/index.ts";
import type { PortalFacts } from "./portal-facts.ts";

/** A deal changed so long ago was seen by an earlier recalculation: HubSpot repeats its webhooks for a day. */
const recentMs = 3 * 86_400_000;

/**
 * The earlier periods that must be computed again, by account: all that have KPIs, where a deal that changed lately belongs,
 * or belonged before it was moved, to a month that is over, and where a deal is gone that was counted. None otherwise.
 */
export async function storedPeriods(
  hubspot: HubSpot,
  portal: PortalFacts,
  facts: ReadonlyMap<string, Facts>,
): Promise<Map<string, Period[]>> {
  const [moved, robbed] = await Promise.all([
    withPastDeals(hubspot, portal, facts),
    withLostDeals(hubspot, portal, facts),
  ]);
  const touched = [...new Set([...moved, ...robbed])];
  const stored = await periodsWithKpis(hubspot, touched);
  return new Map([...stored].map(([id, keys]) => [id, [...keys].flatMap((key) => periodWith(key, portal))]));
}

/**
 * The keys of the periods that accounts have KPIs of. A search for one metric tells them in a twelfth of the reads; where it
 * does not account for every KPI that hangs on the company, as of those written seconds ago, these are read by id.
 */
async function periodsWithKpis(hubspot: HubSpot, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const [tied, found] = await Promise.all([
    hubspot.associations.read("companies", accountKpi, ids),
    searchPeriods(hubspot, ids),
  ]);
  const doubtful = ids.filter((id) => (found.get(id)?.size ?? 0) * metrics.length !== (tied.get(id)?.length ?? 0));
  const kpiIds = doubtful.flatMap((id) => (tied.get(id) ?? []).map((kpi) => kpi.id));
  const records = await hubspot.records(accountKpi).read(kpiIds, { properties: ["period"] });
  const periodOfKpi = new Map(records.map(({ id, properties }) => [id, properties.period]));
  for (const id of doubtful) {
    found.set(id, new Set((tied.get(id) ?? []).flatMap((kpi) => periodOfKpi.get(kpi.id) ?? [])));
  }
  return found;
}

async function searchPeriods(hubspot: HubSpot, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  const ofOneMetric: Filter = { property: "metric", operator: "EQ", value: telling[0] };
  for (const filter of among("company_record_id", ids, { isRun: false })) {
    const query = { where: [[ofOneMetric, filter]], properties: ["company_record_id", "period"] as const };
    for await (const page of hubspot.records(accountKpi).search(query)) {
      for (const { raw, properties } of page) {
        if (properties.period) found.get(raw["company_record_id"] ?? "")?.add(properties.period);
      }
    }
  }
  return found;
}

/** Accounts of which a deal that changed lately closes, or closed before it was moved, before the running month. */
async function withPastDeals(hubspot: HubSpot, portal: PortalFacts, facts: ReadonlyMap<string, Facts>) {
  const { startsOn } = periodOf("month", portal.today);
  const isPast = (ms: number | null) => ms !== null && dateIn(portal.timeZone, new Date(ms)) < startsOn;
  const isRecent = (ms: number) => ms >= portal.now.getTime() - recentMs;
  const changed = [...facts].flatMap(([account, { deals }]) =>
    deals.filter(({ modifiedAt }) => isRecent(modifiedAt)).map((deal) => ({ account, deal })),
  );
  const past = new Set(changed.filter(({ deal }) => isPast(deal.closedAt)).map(({ account }) => account));
  const doubtful = changed.filter(({ account }) => !past.has(account));
  const histories = await hubspot.records("deals").history(
    doubtful.map(({ deal }) => deal.id),
    { properties: ["closedate"] },
  );
  const wasPast = new Set(
    histories
      .filter(({ values }) => (values["closedate"] ?? []).some(({ value }) => isPast(momentMs(value))))
      .map(({ id }) => id),
  );
  for (const { account, deal } of doubtful) if (wasPast.has(deal.id)) past.add(account);
  return past;
}

/** What the running year counts: its own deals, and those of the year before. */
const telling = ["new_sales", "upsell", "revenue_growth"] as const;

/** Accounts of which a number of the running year counts a deal that they no longer have. */
async function withLostDeals(hubspot: HubSpot, portal: PortalFacts, facts: ReadonlyMap<string, Facts>) {
  const year = periodOf("year", portal.today, portal.settings.fiscalYearStartMonth).key;
  const records = await hubspot.records(accountKpi).read(
    [...facts.keys()].flatMap((id) => telling.map((metric) => accountKpiKey(id, metric, year))),
    { idProperty: accountKpi.key, properties: ["kpi_key", "evidence"] },
  );
  return records.flatMap(({ properties: { kpi_key: key, evidence } }) => {
    const id = key?.split(":")[0] ?? "";
    const standing = new Set(facts.get(id)?.deals.map((deal) => deal.id));
    return countedIn(evidence).some((deal) => !standing.has(deal)) ? [id] : [];
  });
}

/** Text that somebody else wrote there counted nothing. */
function countedIn(evidence: string | null): string[] {
  try {
    return (kpiEvidence.read(evidence) ?? []).flatMap(({ ids }) => ids);
  } catch {
    return [];
  }
}

/** A key that somebody else wrote is no period of ours, and one that has not begun has nothing to say. */
function periodWith(key: string, { settings, today }: PortalFacts): Period[] {
  try {
    const period = parsePeriod(key, settings.fiscalYearStartMonth);
    return period.startsOn <= today ? [period] : [];
  } catch (problem) {
    if (problem instanceof Problem) return [];
    throw problem;
  }
}
