import { dateIn, timeZoneOf, type PlainDate } from "@keyline/domain";
import type { Desk } from "./desk.ts";

/** The date on the portal's clock. */
export function todayOf({ settings, timeZone, now }: Pick<Desk, "settings" | "timeZone" | "now">): PlainDate {
  return dateIn(timeZoneOf(settings, timeZone), now());
}
