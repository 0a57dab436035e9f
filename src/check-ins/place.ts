import {
  addDays,
  dayWithRoom,
  isWorkingDay,
  roomDays,
  toWorkingDay,
  type PlainDate,
  type Rhythm,
} from "@keyline/domain";
import type { CheckInDraft, Draft } from "./draft.ts";
import { workingDaysFrom } from "./working-days.ts";

/**
 * Gives a planned check-in its due date, a working day, and the date of its reminder. A due date that still fits stays,
 * so that a second run moves nothing.
 */
export function place(draft: Draft, checkIn: CheckInDraft, rhythm: Rhythm | null, ownerId: string | null): void {
  const { values } = checkIn;
  const { calendar, policy } = draft.portal;
  const room =
    rhythm && values.planned_by === "rhythm" && policy.perDay !== null ? roomDays(rhythm, values.slot_date) : 0;
  const isNew = checkIn.stored === null || checkIn.stored.state === "skipped";
  if (isNew || !fits(draft, checkIn, room)) values.due_date = dueDate(draft, values.planned_date, room, ownerId);
  values.remind_on = workingDaysFrom(values.due_date, -leadDays(draft), calendar);
}

/** The date after which a check-in that was not held is overdue. */
export function lastDayOfGrace(draft: Draft, due: PlainDate): PlainDate {
  return workingDaysFrom(due, draft.portal.policy.graceDays, draft.portal.calendar);
}

function leadDays({ situation, portal }: Draft): number {
  return portal.policy.leadDays[situation.account.properties.am_tier ?? "c"];
}

/** A date that a person chose is kept to the day; one of the rhythm may stand where spreading once put it. */
function fits({ portal }: Draft, { values }: CheckInDraft, room: number): boolean {
  const { due_date, planned_date, slot_date } = values;
  if (!isWorkingDay(due_date, portal.calendar)) return false;
  const natural = toWorkingDay(planned_date, portal.calendar);
  if (due_date === natural) return true;
  if (planned_date !== slot_date) return false;
  return due_date >= addDays(planned_date, -room) && due_date <= addDays(planned_date, room);
}

/** The day of its owner that has room for it, as far as the rhythm lets it move. */
function dueDate(draft: Draft, planned: PlainDate, days: number, ownerId: string | null): PlainDate {
  const { calendar, policy, today } = draft.portal;
  const { load } = draft.situation;
  const { perDay } = policy;
  if (days === 0 || ownerId === null || perDay === null) return toWorkingDay(planned, calendar);
  if (!load.has(ownerId)) {
    draft.missing.loadOf.add(ownerId);
    return toWorkingDay(planned, calendar);
  }
  const hasRoom = (date: PlainDate) => (load.get(`${ownerId} ${date}`) ?? 0) < perDay;
  return dayWithRoom(planned, { days, calendar, earliest: addDays(today, 1), hasRoom });
}
