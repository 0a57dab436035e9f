import { addDays, dateIn, daysBetween, startOfDay, type PlainDate } from "../calendar/plain-date.ts";
import type { Period } from "./period.ts";

/** The moments of a period on a portal's clock: from the first one, up to but without the first of the next period. */
export function momentsOf(period: Period, timeZone: string): { from: Date; until: Date } {
  return { from: startOfDay(period.startsOn, timeZone), until: startOfDay(addDays(period.endsOn, 1), timeZone) };
}

/** A moment belongs to the period it falls in on the portal's clock. */
export function containsMoment(period: Period, moment: Date, timeZone: string): boolean {
  return containsDate(period, dateIn(timeZone, moment));
}

export function containsDate({ startsOn, endsOn }: Period, date: PlainDate): boolean {
  return date >= startsOn && date <= endsOn;
}

/** How much of a period is over at the end of a date, from 0 to 1: the straight line that pace is measured against. */
export function elapsedShare(period: Period, today: PlainDate): number {
  const days = daysBetween(period.startsOn, period.endsOn) + 1;
  const passed = daysBetween(period.startsOn, today) + 1;
  return Math.min(1, Math.max(0, passed / days));
}

/** What can be counted of a period now: nothing before it has begun, all of it once it is over. */
export function stageOf({ startsOn, endsOn }: Period, today: PlainDate): "ahead" | "running" | "over" {
  if (today < startsOn) return "ahead";
  return today > endsOn ? "over" : "running";
}
