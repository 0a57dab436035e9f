import { checkInKey, slotAfter, slotOnOrAfter, type PlainDate, type Rhythm } from "@keyline/domain";
import { readSlots } from "./check-in-slots.ts";
import { isOpen, isWithdrawn, newCheckIn, type CheckInDraft, type Draft } from "./draft.ts";
import { isOfRhythm, withdraw } from "./withdraw.ts";

/** More slots in a row than this, all held or skipped ahead of time, are a mistake in the data. */
const longestRun = 60;

/**
 * Sees to it that exactly one check-in of the rhythm is ahead: the one that is due already, or the first slot after
 * today and after the last one that is over. What the rhythm does not give any more goes, unless a person moved it.
 * @returns the check-in that was newly planned
 */
export function planNext(draft: Draft, rhythm: Rhythm): CheckInDraft | null {
  const { today } = draft.portal;
  const ahead = draft.checkIns.filter(({ values }) => values.state === "planned" && values.planned_by !== "person");
  const last = lastSlot(draft);
  // The series has passed these; they wait until they are held, on whatever date.
  const owed = ahead.filter(({ values }) => values.slot_date <= today || (last !== null && values.slot_date <= last));
  const wanted = nextSlot(draft, rhythm, last);
  const standing = wanted === null ? undefined : standingFor(draft, wanted);
  // A check-in of unknown origin may be somebody's own: it is taken for the next one and never withdrawn.
  const foreign = standing ? undefined : ahead.find(({ values }) => values.planned_by === null);
  keepOnly(
    ahead.filter((checkIn) => !owed.includes(checkIn)),
    (checkIn) => checkIn === (standing ?? foreign),
  );
  if (owed.length > 0 || wanted === null || foreign || (standing && !isWithdrawn(standing))) return null;
  if (standing) return comeBack(standing);
  const planned = newCheckIn(draft.situation.account.id, draft.situation.account.name, wanted);
  planned.values.planned_by = "rhythm";
  if (!draft.situation.absentKeys.has(planned.values.check_in_key)) {
    draft.missing.keys.add(planned.values.check_in_key);
  }
  draft.checkIns.push(planned);
  return planned;
}

/** The first slot that nobody has dealt with yet; null when the rhythm is paused for good. */
function nextSlot(draft: Draft, rhythm: Rhythm, last: string | null): PlainDate | null {
  const { account } = draft.situation;
  let slot = firstAfter(last, draft, rhythm);
  for (let count = 0; slot !== null && count < longestRun; count++) {
    const key = checkInKey(account.id, slot);
    const known = draft.checkIns.find(({ values }) => values.check_in_key === key);
    if (!known || known.values.state === "planned" || isWithdrawn(known)) return slot;
    slot = slotAfter(rhythm, slot);
  }
  return slot;
}

/** A series that a person lets start today begins today; from then on, a slot that is missed is not made up for. */
function firstAfter(last: string | null, { situation, portal }: Draft, rhythm: Rhythm): PlainDate | null {
  const { am_rhythm_anchor, am_check_in_slots } = situation.account.properties;
  const isNew = last === null && am_rhythm_anchor !== null && am_check_in_slots === null;
  if (isNew) return slotOnOrAfter(rhythm, portal.today);
  return slotAfter(rhythm, last !== null && last > portal.today ? (last as PlainDate) : portal.today);
}

/** The latest slot of the series that is over; what people planned besides does not move the series. */
export function lastSlot({ situation, checkIns }: Pick<Draft, "situation" | "checkIns">): string | null {
  const { account } = situation;
  const noted = readSlots(account.id, account.properties.am_check_in_slots)?.last ?? null;
  const over = checkIns.filter(
    (checkIn) => checkIn.values.state !== "planned" && checkIn.values.planned_by !== "person" && !isWithdrawn(checkIn),
  );
  return over.reduce<string | null>((last, { values }) => later(last, values.slot_date), noted);
}

function later(one: string | null, other: string): string {
  return one !== null && one > other ? one : other;
}

function keepOnly(ahead: readonly CheckInDraft[], isKept: (checkIn: CheckInDraft) => boolean): void {
  for (const checkIn of ahead) if (!isKept(checkIn) && isOfRhythm(checkIn)) withdraw(checkIn);
}

/** The check-in that waits for a slot, also one that came with a merged company; else the one under its own key. */
function standingFor({ situation, checkIns }: Draft, slot: PlainDate): CheckInDraft | undefined {
  const key = checkInKey(situation.account.id, slot);
  return (
    checkIns.find((checkIn) => isOpen(checkIn) && checkIn.values.slot_date === slot) ??
    checkIns.find(({ values }) => values.check_in_key === key)
  );
}

/** A slot that was taken back and that the rhythm gives again. */
function comeBack(checkIn: CheckInDraft): CheckInDraft {
  const { values } = checkIn;
  Object.assign(values, {
    state: "planned",
    planned_by: "rhythm",
    planned_date: values.slot_date,
    reminder_state: null,
    reminder_task_id: null,
  } satisfies Partial<typeof values>);
  return checkIn;
}
