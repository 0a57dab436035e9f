import { dateIn, periodOf, previousPeriod, timeZoneOf, type PlainDate } from "@keyline/domain";
import type { Now } from "./clock.ts";
import { recalculatePeriods } from "./kpis/index.ts";
import type { Portals } from "./portals/index.ts";

const periodsBack = { quarter: 8, year: 2 } as const;

/**
 * Two years back, so that a new portal's charts have a past: its deals are there, but nobody calculated from them then.
 *
 * @returns whether it came to its end; aborted it stops soon, and done again it goes on
 */
export async function calculatePast(
  portals: Pick<Portals, "ids" | "open">,
  now: Now,
  signal: AbortSignal,
): Promise<boolean> {
  for (const portalId of await portals.ids()) {
    const { hubspot, settings, timeZone } = await portals.open(portalId);
    const today = dateIn(timeZoneOf(settings, timeZone), now());
    const periods = pastPeriods(today, settings.fiscalYearStartMonth);
    await recalculatePeriods({ hubspot, settings, now }, { periods, signal });
  }
  return !signal.aborted;
}

function pastPeriods(today: PlainDate, fiscalYearStartMonth: number): string[] {
  return (["quarter", "year"] as const).flatMap((kind) => {
    const running = periodOf(kind, today, fiscalYearStartMonth);
    return Array.from({ length: periodsBack[kind] }, (_, back) => previousPeriod(running, back + 1).key);
  });
}
