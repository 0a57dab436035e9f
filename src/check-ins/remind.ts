import type { Rhythm } from "@keyline/domain";
import { undecidedNotice } from "./account-rhythm.ts";
import { isOpen, type CheckInDraft, type Draft } from "./draft.ts";
import { fingerprint, fingerprintOf, withFingerprint } from "./fingerprint.ts";
import { reminderTask } from "./reminder-task.ts";
import { languageFor, type Responsible } from "./responsible.ts";
import { taskKey } from "./writes.ts";

/**
 * The reminder of an open check-in: made once its day has come, and mended when what it was made from has changed. What
 * a person completed or deleted is never made again.
 */
export function remind(draft: Draft, checkIn: CheckInDraft, rhythm: Rhythm | null, responsible: Responsible): void {
  const { values } = checkIn;
  if (!isOpen(checkIn) || values.remind_on === null) return;
  const isOut = values.reminder_state === "open";
  const isDue = values.reminder_state === null && draft.portal.today >= values.remind_on;
  if (!isOut && !isDue) return;
  const print = fingerprint(whatItSays(draft, checkIn, rhythm, responsible));
  if (isOut && fingerprintOf(values, "reminder") === print) return;
  if (draft.situation.brief === null) draft.missing.brief = true;
  values.reminder_fingerprint = withFingerprint(values, "reminder", print);
  const { check_in_key: checkInKey } = values;
  const properties = reminderTask(draft, checkIn, rhythm, responsible);
  if (isOut && values.reminder_task_id !== null) {
    draft.tasks.push({ do: "mend", kind: "reminder", taskId: values.reminder_task_id, checkInKey, properties });
    return;
  }
  const { account, contactIds } = draft.situation;
  if (contactIds === null && account.hasContacts) draft.missing.contacts = true;
  values.reminder_state = "open";
  draft.tasks.push({
    do: "make",
    kind: "reminder",
    taskKey: taskKey(draft.portal.id, checkInKey, "reminder"),
    checkInKey,
    companyId: account.id,
    contactIds: contactIds ?? [],
    properties,
  });
}

/** All that a reminder says and that may change under it. Its brief is not among it: that is of the day it was made. */
function whatItSays({ situation, portal }: Draft, { values }: CheckInDraft, rhythm: Rhythm | null, who: Responsible) {
  const { account } = situation;
  return [
    values.due_date,
    values.planned_date,
    values.planned_by,
    account.name,
    account.properties.am_tier,
    rhythm && [rhythm.name, rhythm.pattern, rhythm.months],
    rhythm?.tightening ? undecidedNotice(account) : null,
    who.owner?.id,
    who.owner?.timeZone ?? portal.timeZone,
    languageFor(who),
    who.insteadOf?.id,
    portal.policy.dueTime,
    portal.policy.taskQueueId,
  ];
}
