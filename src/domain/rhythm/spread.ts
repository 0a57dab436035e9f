import { addDays, type PlainDate } from "../calendar/plain-date.ts";
import { isWorkingDay, toWorkingDay, type WorkingCalendar } from "../calendar/working-calendar.ts";

/** One check-in that wants a due date, or already has one. */
export interface Placement {
  /** The check-in's key: decides who goes first among equals, so that every run decides the same. */
  key: string;
  /** Who has to hold it; null counts against nobody's day. */
  managerId: string | null;
  /** The date it was planned for. */
  planned: PlainDate;
  /** How many days it may move either way to find a day with room. */
  roomDays: number;
  /** The due date it has; once placed it never moves. */
  placedOn?: PlainDate | null | undefined;
}

export interface Capacity {
  /** At most so many check-ins for one manager on one day. */
  perDay: number;
  calendar: WorkingCalendar;
  /** No new due date stands before this date. */
  earliest?: PlainDate | undefined;
}

/**
 * Gives every check-in a due date on a working day, at most `perDay` for each manager and day as long as the rhythm
 * leaves room: the working day of its planned date, else the nearest one with room, later before earlier. Where there is
 * no room the natural day takes it all the same: a full day is better than a check-in lost. What is placed stays, so a
 * second run moves nothing.
 */
export function spread(items: readonly Placement[], capacity: Capacity): Map<string, PlainDate> {
  const load = new Map<string, number>();
  const due = new Map<string, PlainDate>();
  const place = ({ key, managerId }: Placement, date: PlainDate) => {
    due.set(key, date);
    if (managerId !== null) load.set(`${managerId} ${date}`, (load.get(`${managerId} ${date}`) ?? 0) + 1);
  };
  for (const item of items) if (item.placedOn) place(item, item.placedOn);
  for (const item of items.filter(({ placedOn }) => !placedOn).sort(byPlannedThenKey)) {
    const hasRoom = (date: PlainDate) =>
      item.managerId === null || (load.get(`${item.managerId} ${date}`) ?? 0) < capacity.perDay;
    place(item, dayFor(item, capacity, hasRoom));
  }
  return due;
}

function byPlannedThenKey(one: Placement, other: Placement): number {
  return compare(one.planned, other.planned) || compare(one.key, other.key);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function dayFor(item: Placement, { calendar, earliest }: Capacity, hasRoom: (date: PlainDate) => boolean): PlainDate {
  const wanted = earliest !== undefined && item.planned < earliest ? earliest : item.planned;
  const natural = toWorkingDay(wanted, calendar, "next");
  if (hasRoom(natural)) return natural;
  for (let distance = 1; distance <= item.roomDays; distance++) {
    for (const date of [addDays(wanted, distance), addDays(wanted, -distance)]) {
      if (earliest !== undefined && date < earliest) continue;
      if (isWorkingDay(date, calendar) && hasRoom(date)) return date;
    }
  }
  return natural;
}
