import { type CheckInDraft, type Draft } from "./draft.ts";
import { escalationTask } from "./escalation-task.ts";
import { fingerprint, fingerprintOf, withFingerprint } from "./fingerprint.ts";
import { escalatesTo, type Responsible } from "./responsible.ts";
import { lastDayOfGrace } from "./place.ts";
import { skippedWords } from "./words.ts";
import { taskKey } from "./writes.ts";

/**
 * What time does to a check-in that nobody held: past its grace it is overdue. One whose reminder was deleted by hand is
 * let go once its date has passed: that was the person's answer.
 * @returns true when it became overdue just now
 */
export function grow(draft: Draft, { values }: CheckInDraft, language: "en" | "ar"): boolean {
  const { today } = draft.portal;
  if (values.state !== "planned" || today <= values.due_date) return false;
  if (values.reminder_state === "deleted") {
    values.state = "skipped";
    values.skip_reason = skippedWords.taskDeleted[language];
    return false;
  }
  if (today <= lastDayOfGrace(draft, values.due_date)) return false;
  values.state = "overdue";
  return true;
}

/** One task for the lead's manager while a check-in is overdue; without one, for whom the settings name. */
export function escalate(draft: Draft, checkIn: CheckInDraft, responsible: Responsible): void {
  const { values } = checkIn;
  if (values.state !== "overdue" || !draft.portal.policy.escalates) return;
  if (values.escalation_state !== null && values.escalation_state !== "open") return;
  const manager = escalatesTo(responsible, draft.portal);
  if (!manager) return;
  const lead = responsible.insteadOf ?? responsible.owner;
  const { name } = draft.situation.account;
  const print = fingerprint([name, values.due_date, lead?.id, manager.id, manager.language, manager.timeZone]);
  if (values.escalation_state === "open" && fingerprintOf(values, "escalation") === print) return;
  values.reminder_fingerprint = withFingerprint(values, "escalation", print);
  const { check_in_key: checkInKey } = values;
  const properties = escalationTask(draft, checkIn, responsible, manager);
  if (values.escalation_state === "open" && values.escalation_task_id !== null) {
    const taskId = values.escalation_task_id;
    draft.tasks.push({ do: "mend", kind: "escalation", taskId, checkInKey, properties });
    return;
  }
  values.escalation_state = "open";
  draft.tasks.push({
    do: "make",
    kind: "escalation",
    taskKey: taskKey(draft.portal.id, checkInKey, "escalation"),
    checkInKey,
    companyId: draft.situation.account.id,
    contactIds: [],
    properties,
  });
}
