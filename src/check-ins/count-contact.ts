import { contactCountsFrom, type CheckIn, type PlainDate, type Rhythm } from "@keyline/domain";
import { isOpen, type CheckInDraft, type Draft } from "./draft.ts";
import type { ContactMade } from "./facts.ts";
import { hold } from "./take-answers.ts";

/** Where the portal wants it so, a meeting or call near enough to a check-in is that check-in. */
export function countContact(draft: Draft, rhythm: Rhythm): void {
  if (draft.portal.policy.contactMade !== "count") return;
  const open = draft.checkIns.filter(isOpen).sort(byPlanned);
  const used = new Set(draft.checkIns.flatMap(({ values }) => answeredContacts(values)));
  for (const contact of [...draft.situation.contactMade].sort(byDate)) {
    if (used.has(contact.id)) continue;
    const checkIn = open.find(
      (candidate) => isOpen(candidate) && isNear(candidate, contact, rhythm, draft.portal.today),
    );
    if (!checkIn) continue;
    hold(checkIn, contact.on);
    checkIn.values.counted_from = contact.id;
  }
}

/** Meetings and calls about which somebody has said whether they were this check-in. */
export function answeredContacts({
  counted_from,
  not_counted,
}: Pick<CheckIn, "counted_from" | "not_counted">): string[] {
  return [counted_from, not_counted].flatMap((ids) => ids?.split(" ").filter(Boolean) ?? []);
}

/** Between half a rhythm before the slot and today. */
export function isNear(
  { values }: Pick<CheckInDraft, "values">,
  contact: ContactMade,
  rhythm: Rhythm,
  today: PlainDate,
): boolean {
  return contact.on <= today && contact.on >= contactCountsFrom(rhythm, values.slot_date);
}

function byPlanned(one: CheckInDraft, other: CheckInDraft): number {
  return one.values.planned_date < other.values.planned_date ? -1 : 1;
}

function byDate(one: ContactMade, other: ContactMade): number {
  return one.on < other.on ? -1 : 1;
}
