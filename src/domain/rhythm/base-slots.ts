import { addDays, dateFrom, daysBetween, partsOf, type PlainDate } from "../calendar/plain-date.ts";
import { weekdayOf, weekdayOnOrAfter } from "../calendar/weekdays.ts";
import type { DayOfMonth, Rhythm } from "./rhythm.ts";

/**
 * The slots that the rhythm itself gives, numbered from 0: the first one on or after the anchor. Each is computed from the
 * anchor and its number alone, never from the slot before it, so a late check-in cannot move the series, and a monthly
 * rhythm on the 31st that falls on 28 February is back on 31 March.
 */
export function baseSlot(rhythm: Rhythm, index: number): PlainDate {
  const { pattern, anchor } = rhythm;
  if (pattern.unit === "days") return addDays(anchor, pattern.every * index);
  if (pattern.unit === "weeks") return addDays(weekdayOnOrAfter(anchor, pattern.weekday), 7 * pattern.every * index);
  return slotInMonth(monthOfSlot(rhythm, index), pattern.on);
}

/** How many base slots stand before a date. */
export function baseSlotsBefore(rhythm: Rhythm, date: PlainDate): number {
  let index = Math.max(0, Math.floor(daysBetween(rhythm.anchor, date) / averageDays(rhythm)));
  while (index > 0 && baseSlot(rhythm, index - 1) >= date) index--;
  while (baseSlot(rhythm, index) < date) index++;
  return index;
}

/** The mean number of days between base slots. */
export function averageDays({ pattern, months }: Rhythm): number {
  const daysOfYear = 365.2425;
  if (pattern.unit === "days") return pattern.every;
  if (pattern.unit === "weeks") return 7 * pattern.every;
  if (pattern.every > 1 && months.length > 0) return daysOfYear / months.length;
  return (daysOfYear / 12) * pattern.every;
}

/** Months are counted through: year * 12 + month - 1. */
function monthOfSlot({ pattern, anchor, months }: Rhythm, index: number): number {
  const { year, month } = partsOf(anchor);
  const anchorMonth = year * 12 + month - 1;
  if (pattern.unit !== "months") return anchorMonth;
  const isLate = slotInMonth(anchorMonth, pattern.on) < anchor;
  const first = isLate ? anchorMonth + 1 : anchorMonth;
  if (months.length === 0 || pattern.every === 1) return first + pattern.every * index;
  const skipped = months.filter((named) => named - 1 < first % 12).length;
  const position = skipped + index;
  const named = months[position % months.length] as number;
  return (Math.floor(first / 12) + Math.floor(position / months.length)) * 12 + named - 1;
}

/** The day of a month, counted through, on which a rhythm of months falls. */
export function slotInMonth(monthCount: number, on: DayOfMonth): PlainDate {
  const year = Math.floor(monthCount / 12);
  const month = (monthCount % 12) + 1;
  if ("day" in on) return dateFrom(year, month, on.day === "last" ? 31 : on.day);
  if (on.nth !== "last") return addDays(weekdayOnOrAfter(dateFrom(year, month, 1), on.weekday), 7 * (on.nth - 1));
  const lastDay = dateFrom(year, month, 31);
  return weekdayOf(lastDay) === on.weekday ? lastDay : addDays(weekdayOnOrAfter(lastDay, on.weekday), -7);
}
