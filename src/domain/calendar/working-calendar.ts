import { Problem } from "../problem.ts";
import type { Words } from "../words.ts";
import { addDays, type PlainDate } from "./plain-date.ts";
import { weekdayOf, type Weekday } from "./weekdays.ts";

/** A day on which nobody works. `provisional` ones may still move: the moon is sighted, or a decree is awaited. */
export interface Holiday {
  date: PlainDate;
  name: Words;
  provisional?: boolean | undefined;
}

/** Which days a portal works: its working week less its holidays. */
export interface WorkingCalendar {
  readonly workingWeek: ReadonlySet<Weekday>;
  readonly holidays: ReadonlyMap<PlainDate, Holiday>;
}

/** `nearest` prefers the later day when both are as far. */
export type Direction = "next" | "previous" | "nearest";

/** No list of holidays closes a portal for so long; a search that far means that it never opens. */
const longestClosureDays = 366;

/** @throws Problem `invalid-input` when no day of the week is worked */
export function workingCalendar(workingWeek: Iterable<Weekday>, holidays: Iterable<Holiday> = []): WorkingCalendar {
  const week = new Set(workingWeek);
  if (week.size === 0) {
    throw new Problem("invalid-input", "The working week has no day. Name at least one, such as sunday.", {
      words: {
        en: "The working week has no day. Choose at least one.",
        ar: "أسبوع العمل بلا أيام. اختر يومًا واحدًا على الأقل.",
      },
      fields: [{ path: "workingWeek", message: "Choose at least one day" }],
    });
  }
  return { workingWeek: week, holidays: new Map([...holidays].map((holiday) => [holiday.date, holiday])) };
}

export function isWorkingDay(date: PlainDate, calendar: WorkingCalendar): boolean {
  return calendar.workingWeek.has(weekdayOf(date)) && !calendar.holidays.has(date);
}

/** The date itself when it is worked, else the closest worked day in that direction. */
export function toWorkingDay(date: PlainDate, calendar: WorkingCalendar, direction: Direction = "next"): PlainDate {
  for (let distance = 0; distance <= longestClosureDays; distance++) {
    const later = direction !== "previous" && addDays(date, distance);
    if (later && isWorkingDay(later, calendar)) return later;
    const earlier = direction !== "next" && addDays(date, -distance);
    if (earlier && isWorkingDay(earlier, calendar)) return earlier;
  }
  throw new Problem("invalid-input", `No working day within a year of ${date}. Shorten the list of holidays.`);
}

/** The worked day `days` worked days after (or, when negative, before) a date; 0 gives the date itself. */
export function addWorkingDays(date: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0; left--) {
    day = toWorkingDay(addDays(day, step), calendar, step < 0 ? "previous" : "next");
  }
  return day;
}

/** Worked days after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count++;
  }
  return count;
}
