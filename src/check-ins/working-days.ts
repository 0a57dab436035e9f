import { addWorkingDays, type PlainDate, type WorkingCalendar } from "@keyline/domain";

const remembered = new WeakMap<WorkingCalendar, Map<string, PlainDate>>();

/** `addWorkingDays`, remembered for as long as the calendar lives: a pass asks for the same few dates again and again. */
export function workingDaysFrom(date: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
  const known = remembered.get(calendar) ?? new Map<string, PlainDate>();
  remembered.set(calendar, known);
  const key = `${date} ${days}`;
  const found = known.get(key) ?? addWorkingDays(date, days, calendar);
  known.set(key, found);
  return found;
}
