import { isPausedOn, type Rhythm } from "@keyline/domain";
import { isOpen, type CheckInDraft, type Draft } from "./draft.ts";

/** Nobody manages this account any more: nothing of it stays open. */
export function withdrawAll(draft: Draft): void {
  for (const checkIn of draft.checkIns) if (isOpen(checkIn)) withdraw(checkIn);
}

/** The rhythm's own check-ins on days of the pause go, those that a person planned stay. */
export function withdrawPaused(draft: Draft, rhythm: Rhythm): void {
  for (const checkIn of draft.checkIns) {
    const { state, planned_by, planned_date } = checkIn.values;
    if (state === "planned" && planned_by === "rhythm" && isPausedOn(rhythm, planned_date)) withdraw(checkIn);
  }
}

/**
 * Taken back, and not a person's skip: no reason is given, and the reminder is marked withdrawn. When the rhythm gives
 * the same slot again, the check-in comes back.
 */
export function withdraw({ values }: CheckInDraft): void {
  values.state = "skipped";
  values.skip_reason = null;
  // An open reminder is marked once its task is taken away; what a person did with it stays as they left it.
  if (values.reminder_state === null) values.reminder_state = "withdrawn";
}
