import { addDays, daysBetween, partsOf, type PlainDate } from "../calendar/plain-date.ts";
import { baseSlot, slotInMonth } from "./base-slots.ts";
import type { Rhythm } from "./rhythm.ts";

/** A base slot, and the slots that tightening adds between it and the next one. */
export function slotsInside(rhythm: Rhythm, index: number): PlainDate[] {
  const slot = baseSlot(rhythm, index);
  const { tightening } = rhythm;
  if (!tightening) return [slot];
  const next = baseSlot(rhythm, index + 1);
  const added = Array.from({ length: tightening.factor - 1 }, (_, part) => between(rhythm, slot, next, part + 1));
  // A gap too short for so many (twice a day) gives the same date twice.
  const distinct = new Set(added.filter((date) => date > slot && date < next && isInWindow(rhythm, date)));
  return [slot, ...distinct];
}

export function isInWindow({ tightening }: Rhythm, date: PlainDate): boolean {
  if (!tightening) return false;
  return (
    (tightening.from === null || date >= tightening.from) && (tightening.until === null || date <= tightening.until)
  );
}

/** The `part`-th of the added slots: by the rhythm's own rule when months divide evenly, else evenly by days. */
function between(rhythm: Rhythm, slot: PlainDate, next: PlainDate, part: number): PlainDate {
  const { pattern } = rhythm;
  const factor = rhythm.tightening?.factor ?? 1;
  const monthsApart = monthCount(next) - monthCount(slot);
  if (pattern.unit === "months" && monthsApart >= factor && monthsApart % factor === 0) {
    return slotInMonth(monthCount(slot) + (monthsApart / factor) * part, pattern.on);
  }
  const share = (daysBetween(slot, next) * part) / factor;
  return addDays(slot, keepsWeekday(rhythm, slot, next) ? 7 * Math.ceil(share / 7 - 0.5) : Math.round(share));
}

/** On its declared weekday as long as there is a week for each slot. */
function keepsWeekday({ pattern, tightening }: Rhythm, slot: PlainDate, next: PlainDate): boolean {
  const hasWeekday = pattern.unit === "weeks" || (pattern.unit === "months" && "nth" in pattern.on);
  return hasWeekday && daysBetween(slot, next) >= 7 * (tightening?.factor ?? 1);
}

function monthCount(date: PlainDate): number {
  const { year, month } = partsOf(date);
  return year * 12 + month - 1;
}
