import { isOpen, type CheckInDraft, type Draft } from "./draft.ts";
import { skippedWords } from "./words.ts";
import type { ChangeTask } from "./writes.ts";

/**
 * Closes the tasks of a check-in that does not wait any more. Held: both are completed. Skipped or taken back: the
 * reminder goes (to HubSpot's bin: completed it would read as work done), the escalation is completed.
 */
export function settleTasks(draft: Draft, checkIn: CheckInDraft, language: "en" | "ar"): void {
  const { values, stored } = checkIn;
  if (values.state !== "overdue") completeEscalation(draft, checkIn);
  if (isOpen(checkIn)) return;
  const wasSkippedInHubSpot = stored?.state === "skipped" && values.state === "skipped" && values.skip_reason === null;
  if (values.reminder_state === "open") {
    if (wasSkippedInHubSpot) values.skip_reason = skippedWords.inHubSpot[language];
    const isHeld = values.state === "held";
    values.reminder_state = isHeld ? "completed" : "withdrawn";
    if (values.reminder_task_id) {
      draft.tasks.push(close(checkIn, "reminder", values.reminder_task_id, isHeld ? "complete" : "archive"));
    }
  }
}

/** Held, skipped or given another date: there is nothing left to escalate. */
function completeEscalation(draft: Draft, checkIn: CheckInDraft): void {
  const { values } = checkIn;
  if (values.escalation_state !== "open") return;
  values.escalation_state = "completed";
  if (values.escalation_task_id) draft.tasks.push(close(checkIn, "escalation", values.escalation_task_id, "complete"));
}

function close(
  checkIn: CheckInDraft,
  kind: ChangeTask["kind"],
  taskId: string,
  how: "complete" | "archive",
): ChangeTask {
  const properties: Record<string, string> = how === "complete" ? { hs_task_status: "COMPLETED" } : {};
  return { do: how, kind, taskId, checkInKey: checkIn.values.check_in_key, properties };
}
