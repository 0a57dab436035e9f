import { dateIn, timeZoneOf } from "@keyline/domain";
import type { Desk } from "./desk.ts";

/** What the top of every answer of a card says. `today` is the date on the portal's clock. */
export function cardFactsOf(desk: Desk, { id, name }: { readonly id: string; readonly name: string }) {
  const now = desk.now();
  const timeZone = timeZoneOf(desk.settings, desk.timeZone);
  return {
    asOf: now.toISOString(),
    today: dateIn(timeZone, now),
    timeZone,
    currency: desk.currency,
    company: { id, name },
    // HubSpot shows cards only to those who may see the record; who may not edit it is refused by HubSpot itself.
    access: { canWrite: true, why: null },
  };
}
