import { addDays, type PlainDate } from "../calendar/plain-date.ts";
import { averageDays } from "./base-slots.ts";
import type { Rhythm } from "./rhythm.ts";
import { isInWindow } from "./tightened-slots.ts";

/** The usual number of days between two slots, rounded; on a date inside the tightened window, the shorter one. */
export function intervalDays(rhythm: Rhythm, on?: PlainDate): number {
  const isTight = on !== undefined && isInWindow(rhythm, on);
  return Math.max(1, Math.round(averageDays(rhythm) / (isTight ? (rhythm.tightening?.factor ?? 1) : 1)));
}

/** From this date on, contact that was made can be the check-in of a slot: half a rhythm before it. */
export function contactCountsFrom(rhythm: Rhythm, slot: PlainDate): PlainDate {
  return addDays(slot, -Math.floor(intervalDays(rhythm, slot) / 2));
}

/** How many days a due date may stand away from its slot to even out a full day: a quarter of the rhythm, at most a week. */
export function roomDays(rhythm: Rhythm, slot: PlainDate): number {
  return Math.min(7, Math.floor(intervalDays(rhythm, slot) / 4));
}
