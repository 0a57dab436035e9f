import { dateIn, timeZoneOf, type PlainDate } from "@keyline/domain";
import type { Desk } from "../desk/index.ts";

/** The date on the portal's clock. */
export function today({ now, settings, timeZone }: Pick<Desk, "now" | "settings" | "timeZone">): PlainDate {
  return dateIn(timeZoneOf(settings, timeZone), now());
}
