import { dateIn, periodOf, previousPeriod, timeZoneOf } from "@keyline/domain";
import type { Now } from "./clock.ts";
import { recalculate } from "./kpis/index.ts";
import type { Portals } from "./portals/index.ts";

const periodsBack = { quarter: 8, year: 2 } as const;

/** Two years back, so that a new portal's charts have a past: its deals are there, but nobody calculated from them then. */
export async function calculatePast(portals: Portals, now: Now): Promise<void> {
  for (const portalId of await portals.ids()) {
    const { hubspot, settings, timeZone } = await portals.open(portalId);
    const today = dateIn(timeZoneOf(settings, timeZone), now());
    for (const kind of ["quarter", "year"] as const) {
      let period = periodOf(kind, today, settings.fiscalYearStartMonth);
      for (let back = 0; back < periodsBack[kind]; back++) {
        period = previousPeriod(period);
        await recalculate({ hubspot, settings, now }, { period: period.key });
      }
    }
  }
}
