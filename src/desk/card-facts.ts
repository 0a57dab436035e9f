import { timeZoneOf } from "@keyline/domain";
import type { Desk } from "./desk.ts";
import { todayOf } from "./today.ts";

/** What the top of every answer of a card says. `today` is the date on the portal's clock. */
export function cardFactsOf(desk: Desk, { id, name }: { readonly id: string; readonly name: string }) {
  return {
    asOf: desk.now().toISOString(),
    today: todayOf(desk),
    timeZone: timeZoneOf(desk.settings, desk.timeZone),
    currency: desk.currency,
    company: { id, name },
    // The route says otherwise where the portal lets only an account's team write: `accessOf`.
    access: { canWrite: true, why: null },
  };
}
