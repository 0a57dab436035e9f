import type { OpenCheckIn, PastCheckIn, Person } from "@keyline/domain";
import type { RecordUrl } from "../../desk/index.ts";
import type { StoredCheckIn } from "../facts.ts";
import { promisedIn } from "../promises.ts";

/** A check-in that waits, as cards show it; null for one that is over. */
export function openCheckInOf({ id, values }: StoredCheckIn, recordUrl: RecordUrl): OpenCheckIn | null {
  const { state, reminder_task_id: taskId, reminder_state: reminderState } = values;
  if (state !== "planned" && state !== "overdue") return null;
  return {
    id,
    key: values.check_in_key,
    slot: values.slot_date,
    planned: values.planned_date,
    due: values.due_date,
    remindOn: values.remind_on,
    state,
    reminder: taskId && reminderState ? { taskId, state: reminderState, url: recordUrl("tasks", taskId) } : null,
  };
}

/** A check-in that is over, as the history shows it; null for one that waits. */
export function pastCheckInOf({ id, values }: StoredCheckIn, attendees: Person[]): PastCheckIn | null {
  const { state } = values;
  if (state !== "held" && state !== "skipped") return null;
  return {
    id,
    key: values.check_in_key,
    due: values.due_date,
    state,
    heldOn: values.held_on,
    outcome: values.outcome,
    attendees,
    topics: values.topics?.split("\n").filter(Boolean) ?? [],
    progress: values.progress,
    recommendations: promisedIn(values.check_in_key, values.recommendations),
    obstacles: values.obstacles,
    notes: values.notes,
    skipReason: values.skip_reason,
  };
}
