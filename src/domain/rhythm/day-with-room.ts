import { addDays, type PlainDate } from "../calendar/plain-date.ts";
import { isWorkingDay, toWorkingDay, type WorkingCalendar } from "../calendar/working-calendar.ts";

interface Room {
  /** How many days a due date may stand away from its planned date, either way. */
  readonly days: number;
  readonly calendar: WorkingCalendar;
  /** No date but the natural one stands before this one. */
  readonly earliest: PlainDate;
  /** False for a day on which its manager has as many check-ins as the portal allows. */
  hasRoom(date: PlainDate): boolean;
}

/**
 * The due date of a planned date: its working day, else the nearest working day with room, later before earlier. Where
 * there is none the natural day takes it all the same: a full day is better than a check-in lost.
 */
export function dayWithRoom(planned: PlainDate, { days, calendar, earliest, hasRoom }: Room): PlainDate {
  const natural = toWorkingDay(planned, calendar);
  if (hasRoom(natural)) return natural;
  for (let distance = 1; distance <= days; distance++) {
    for (const date of [addDays(planned, distance), addDays(planned, -distance)]) {
      if (date >= earliest && isWorkingDay(date, calendar) && hasRoom(date)) return date;
    }
  }
  return natural;
}
