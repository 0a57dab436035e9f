import { addDays, daysBetween, partsOf, type PlainDate } from "../calendar/plain-date.ts";
import { baseSlot, baseSlotsBefore } from "./base-slots.ts";
import type { Rhythm } from "./rhythm.ts";
import { slotsInside } from "./tightened-slots.ts";

/** A rhythm whose next slot is further away than this has none: it is paused for good, or its season never comes. */
const horizonDays = 3660;

/** The first slot after a date; null when the rhythm is paused for good. */
export function slotAfter(rhythm: Rhythm, date: PlainDate): PlainDate | null {
  return slotOnOrAfter(rhythm, addDays(date, 1));
}

/** The first slot on or after a date; null when the rhythm is paused for good. */
export function slotOnOrAfter(rhythm: Rhythm, date: PlainDate): PlainDate | null {
  for (const slot of slotsFrom(rhythm, date)) return slot;
  return null;
}

/** All slots from one date to another, both included, in order. */
export function slotsBetween(rhythm: Rhythm, from: PlainDate, to: PlainDate): PlainDate[] {
  const slots: PlainDate[] = [];
  for (const slot of slotsFrom(rhythm, from)) {
    if (slot > to) break;
    slots.push(slot);
  }
  return slots;
}

function* slotsFrom(rhythm: Rhythm, date: PlainDate): Generator<PlainDate> {
  const start = skipPause(rhythm, date);
  if (start === null) return;
  // One base slot earlier: a tightened slot may stand between it and the next.
  let index = Math.max(0, baseSlotsBefore(rhythm, start) - 1);
  let last = start > rhythm.anchor ? start : rhythm.anchor;
  for (;;) {
    for (const slot of slotsInside(rhythm, index)) {
      if (slot < start || isLeftOut(rhythm, slot)) continue;
      last = slot;
      yield slot;
    }
    index++;
    if (daysBetween(last, baseSlot(rhythm, index)) > horizonDays) return;
  }
}

/** Jumps over a pause that has an end, so that a long one costs nothing. */
function skipPause(rhythm: Rhythm, date: PlainDate): PlainDate | null {
  if (!isPausedOn(rhythm, date)) return date;
  return rhythm.pause?.until ?? null;
}

function isLeftOut(rhythm: Rhythm, slot: PlainDate): boolean {
  return isPausedOn(rhythm, slot) || !isInSeason(rhythm, slot);
}

export function isPausedOn({ pause }: Rhythm, date: PlainDate): boolean {
  if (!pause) return false;
  return (pause.from === null || date >= pause.from) && (pause.until === null || date < pause.until);
}

/** A rhythm of several months carries its season in its base slots; tightening may add slots between those. */
function isInSeason({ months, pattern }: Rhythm, slot: PlainDate): boolean {
  if (months.length === 0 || (pattern.unit === "months" && pattern.every > 1)) return true;
  return months.includes(partsOf(slot).month);
}
