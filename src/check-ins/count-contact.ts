import { contactCountsFrom, latestDate, type CheckIn, type PlainDate, type Rhythm } from "@keyline/domain";
import { isOpen, type CheckInDraft, type Draft } from "./draft.ts";
import type { ContactMade } from "./facts.ts";
import { hold } from "./take-answers.ts";

/** Where the portal wants it so, a meeting or call near enough to a check-in is that check-in. */
export function countContact(draft: Draft, rhythm: Rhythm): void {
  if (draft.portal.policy.contactMade !== "count") return;
  const open = draft.checkIns.filter(isOpen).sort(byPlanned);
  const used = new Set(draft.checkIns.flatMap(({ values }) => answeredContacts(values)));
  let lastHeldOn = lastHeld(draft);
  for (const contact of [...draft.situation.contactMade].sort(byDate)) {
    if (used.has(contact.id)) continue;
    const when = { today: draft.portal.today, lastHeldOn };
    const checkIn = open.find((candidate) => isOpen(candidate) && isNear(candidate, contact, rhythm, when));
    if (!checkIn) continue;
    hold(checkIn, contact.on);
    checkIn.values.counted_from = contact.id;
    lastHeldOn = contact.on;
  }
}

function lastHeld({ situation, checkIns }: Draft): PlainDate | null {
  const { am_last_check_in: noted } = situation.account.properties;
  const held = checkIns.flatMap(({ values }) => values.held_on ?? []);
  return latestDate(noted === null ? held : [...held, noted]);
}

/** Meetings and calls about which somebody has said whether they were this check-in. */
export function answeredContacts({
  counted_from,
  not_counted,
}: Pick<CheckIn, "counted_from" | "not_counted">): string[] {
  return [counted_from, not_counted].flatMap((ids) => ids?.split(" ").filter(Boolean) ?? []);
}

/**
 * Between half a rhythm before the slot and today, and after the last check-in that was held: one conversation is one
 * check-in, however many wait, and whichever of them the reader still sees.
 */
export function isNear(
  { values }: Pick<CheckInDraft, "values">,
  contact: ContactMade,
  rhythm: Rhythm,
  { today, lastHeldOn }: { today: PlainDate; lastHeldOn: PlainDate | null },
): boolean {
  if (lastHeldOn !== null && contact.on <= lastHeldOn) return false;
  return contact.on <= today && contact.on >= contactCountsFrom(rhythm, values.slot_date);
}

function byPlanned(one: CheckInDraft, other: CheckInDraft): number {
  const order = ({ values }: CheckInDraft) => `${values.planned_date} ${values.check_in_key}`;
  return order(one) < order(other) ? -1 : 1;
}

function byDate(one: ContactMade, other: ContactMade): number {
  return one.on < other.on ? -1 : 1;
}
