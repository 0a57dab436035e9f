import { isPausedOn, type Rhythm } from "@keyline/domain";
import { isOpen, type CheckInDraft, type Draft } from "./draft.ts";

/** Nobody manages this account any more: nothing of it stays open. */
export function withdrawAll(draft: Draft): void {
  for (const checkIn of draft.checkIns) if (isOpen(checkIn)) withdraw(checkIn);
}

/** The rhythm's own check-ins on days of the pause go. */
export function withdrawPaused(draft: Draft, rhythm: Rhythm): void {
  for (const checkIn of draft.checkIns) {
    const { state, planned_date } = checkIn.values;
    if (state === "planned" && isOfRhythm(checkIn) && isPausedOn(rhythm, planned_date)) withdraw(checkIn);
  }
}

/** On the day that the rhythm gave it: one that a person planned, or moved to another day, is that person's. */
export function isOfRhythm({ values }: CheckInDraft): boolean {
  return values.planned_by === "rhythm" && values.planned_date === values.slot_date;
}

/**
 * Companies that were merged bring two check-ins of one slot, late ones too: one conversation is enough. What the
 * planner did not plan stays, else the one whose key comes first.
 */
export function withdrawTwins(draft: Draft): void {
  const kept = new Map<string, CheckInDraft>();
  for (const checkIn of draft.checkIns.filter(isOpen).sort(rhythmLastThenKey)) {
    const { slot_date: slot, planned_by } = checkIn.values;
    if (kept.has(slot) && planned_by === "rhythm") withdraw(checkIn);
    else kept.set(slot, checkIn);
  }
}

function rhythmLastThenKey(one: CheckInDraft, other: CheckInDraft): number {
  const order = ({ values }: CheckInDraft) => `${values.planned_by === "rhythm" ? 1 : 0} ${values.check_in_key}`;
  return order(one) < order(other) ? -1 : 1;
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
