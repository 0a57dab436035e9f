import { Temporal } from "temporal-polyfill";
import { defineChoices, type ChoiceOf } from "../vocabulary/define-choices.ts";
import { addDays, dayNumber, type PlainDate } from "./plain-date.ts";

/** The days of the week, in the order of a week that starts on Sunday. */
export const weekdays = defineChoices({
  sunday: { en: "Sunday", ar: "الأحد" },
  monday: { en: "Monday", ar: "الاثنين" },
  tuesday: { en: "Tuesday", ar: "الثلاثاء" },
  wednesday: { en: "Wednesday", ar: "الأربعاء" },
  thursday: { en: "Thursday", ar: "الخميس" },
  friday: { en: "Friday", ar: "الجمعة" },
  saturday: { en: "Saturday", ar: "السبت" },
});
export type Weekday = ChoiceOf<typeof weekdays>;

export function weekdayOf(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday, number 4 of a week that starts on Sunday.
  return weekdays.values[(((dayNumber(date) + 4) % 7) + 7) % 7] as Weekday;
}

/** The first such weekday on or after a date. */
export function weekdayOnOrAfter(date: PlainDate, weekday: Weekday): PlainDate {
  return addDays(date, (indexOf(weekday) - indexOf(weekdayOf(date)) + 7) % 7);
}

/** The first day of the week that a date falls in, where weeks start on `firstDay`. */
export function weekStart(date: PlainDate, firstDay: Weekday): PlainDate {
  return addDays(date, -((indexOf(weekdayOf(date)) - indexOf(firstDay) + 7) % 7));
}

/** ISO 8601 week, as `2026-W48`: weeks start on Monday and belong to the year of their Thursday. */
export function isoWeekOf(date: PlainDate): string {
  const day = Temporal.PlainDate.from(date);
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, "0")}`;
}

function indexOf(weekday: Weekday): number {
  return weekdays.values.indexOf(weekday);
}
