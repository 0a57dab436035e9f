import { addDays, isWorkingDay, roomDays, toWorkingDay, type PlainDate, type Rhythm } from "@keyline/domain";
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

/**
 * The working day of the planned date; when its owner has as many check-ins that day as the portal allows, the nearest
 * one with room that the rhythm leaves, later before earlier. Where there is none the full day takes it all the same.
 */
function dueDate(draft: Draft, planned: PlainDate, room: number, ownerId: string | null): PlainDate {
  const { calendar, policy, today } = draft.portal;
  const { load } = draft.situation;
  const natural = toWorkingDay(planned, calendar);
  if (room === 0 || ownerId === null || policy.perDay === null) return natural;
  if (!load.has(ownerId)) {
    draft.missing.loadOf.add(ownerId);
    return natural;
  }
  const hasRoom = (date: PlainDate) => (load.get(`${ownerId} ${date}`) ?? 0) < (policy.perDay as number);
  if (hasRoom(natural)) return natural;
  for (let distance = 1; distance <= room; distance++) {
    for (const date of [addDays(planned, distance), addDays(planned, -distance)]) {
      if (date > today && isWorkingDay(date, calendar) && hasRoom(date)) return date;
    }
  }
  return natural;
}
