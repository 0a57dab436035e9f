import { accountKpi, dateIn, parsePeriod, periodOf, Problem, type Period, type PlainDate } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Account } from "./accounts/account.ts";
import { momentMs } from "./facts/moment-ms.ts";
import type { DealFacts, Facts } from "./facts/facts.ts";
import type { PortalFacts } from "./portal-facts.ts";

/** A deal changed so long ago was seen by an earlier recalculation: HubSpot repeats its webhooks for a day. */
const recentMs = 3 * 86_400_000;

/**
 * The periods that have KPIs of an account, where a deal that changed lately belongs to one that is over, now or before it
 * was moved: then any of them may say something else. Otherwise none.
 */
export async function storedPeriods(
  hubspot: HubSpot,
  portal: PortalFacts,
  account: Account,
  { deals }: Facts,
): Promise<Period[]> {
  const changed = deals.filter(({ modifiedAt }) => modifiedAt >= portal.now.getTime() - recentMs);
  if (changed.length === 0) return [];
  const { startsOn } = periodOf("month", portal.today);
  const isPast = (ms: number | null) => ms !== null && dateIn(portal.timeZone, new Date(ms)) < startsOn;
  if (!changed.some(({ closedAt }) => isPast(closedAt)) && !(await wasPast(hubspot, changed, isPast))) return [];
  const tied = await hubspot.associations.read("companies", accountKpi, [account.id]);
  const records = await hubspot.records(accountKpi).read(
    (tied.get(account.id) ?? []).map(({ id }) => id),
    { properties: ["period"] },
  );
  const keys = new Set(records.flatMap(({ properties }) => properties.period ?? []));
  return [...keys].flatMap((key) => periodWith(key, portal));
}

async function wasPast(
  hubspot: HubSpot,
  deals: readonly DealFacts[],
  isPast: (ms: number | null) => boolean,
): Promise<boolean> {
  const found = await hubspot.records("deals").history(
    deals.map(({ id }) => id),
    { properties: ["closedate"] },
  );
  return found.some(({ values }) => (values["closedate"] ?? []).some(({ value }) => isPast(momentMs(value))));
}

/** A key that somebody else wrote is no period of ours. */
function periodWith(key: string, { settings, today }: PortalFacts): Period[] {
  try {
    const period = parsePeriod(key, settings.fiscalYearStartMonth);
    return hasBegun(period, today) ? [period] : [];
  } catch (problem) {
    if (problem instanceof Problem) return [];
    throw problem;
  }
}

function hasBegun({ startsOn }: Period, today: PlainDate): boolean {
  return startsOn <= today;
}
