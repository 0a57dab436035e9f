import { dateIn, timeZoneOf } from "@keyline/domain";
import type { Desk } from "../desk/index.ts";

/** What the top of every answer of the page says, but for the moment that its figures are of. */
export function pageFactsOf({ settings, timeZone: portalTimeZone, currency, now }: Desk) {
  const timeZone = timeZoneOf(settings, portalTimeZone);
  return {
    today: dateIn(timeZone, now()),
    timeZone,
    currency,
    // Whoever HubSpot lets open the page may act; what they may not change, HubSpot refuses.
    access: { canWrite: true, why: null },
  };
}
