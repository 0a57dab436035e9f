import type { ReminderState } from "@keyline/domain";
import { isOpen, type CheckInDraft, type Draft } from "./draft.ts";

/**
 * What people did with the tasks: a completed reminder holds the check-in on that day, a deleted one is an answer too
 * and is not made again.
 */
export function takeAnswers(draft: Draft): void {
  for (const checkIn of draft.checkIns) {
    const reminder = standingOf(draft, checkIn.values.reminder_state, checkIn.values.reminder_task_id);
    const escalation = standingOf(draft, checkIn.values.escalation_state, checkIn.values.escalation_task_id);
    if (reminder === "deleted") checkIn.values.reminder_state = "deleted";
    if (reminder && typeof reminder === "object") {
      checkIn.values.reminder_state = "completed";
      if (isOpen(checkIn)) hold(checkIn, reminder.completedOn ?? draft.portal.today);
    }
    if (escalation === "deleted") checkIn.values.escalation_state = "deleted";
    if (escalation && typeof escalation === "object") checkIn.values.escalation_state = "completed";
    if (checkIn.values.state === "held") checkIn.values.held_on ??= draft.portal.today;
  }
}

/** Contact that was made counts as the check-in where the portal wants it so: the earliest one that is near enough. */
export function hold(checkIn: CheckInDraft, on: NonNullable<CheckInDraft["values"]["held_on"]>): void {
  checkIn.values.state = "held";
  checkIn.values.held_on = on;
}

function standingOf(draft: Draft, state: ReminderState | null, taskId: string | null) {
  if (state !== "open" || taskId === null) return null;
  const standing = draft.situation.tasks.get(taskId);
  if (standing === undefined) {
    draft.missing.tasks.add(taskId);
    return null;
  }
  if (standing === null) return "deleted";
  return standing.isCompleted ? standing : null;
}
