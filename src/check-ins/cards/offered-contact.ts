import type { OfferedContact, Person, PlainDate, Rhythm } from "@keyline/domain";
import { answeredContacts, isNear } from "../count-contact.ts";
import type { PortalFacts, StoredCheckIn } from "../facts.ts";
import type { ContactHeld } from "../read-contacts-made.ts";

/**
 * The latest contact that may have been an open check-in and about which nobody has been asked. `lastHeldOn`: the day of
 * the company's last check-in. `people`: its contacts, of whom those are named who took part.
 */
export function offeredFrom(
  held: readonly ContactHeld[],
  checkIns: readonly StoredCheckIn[],
  rhythm: Rhythm | null,
  portal: PortalFacts,
  lastHeldOn: PlainDate | null,
  people: readonly Person[],
): OfferedContact | null {
  if (!rhythm || portal.policy.contactMade === "off") return null;
  const answered = new Set(checkIns.flatMap(({ values }) => answeredContacts(values)));
  const open = checkIns
    .filter(({ values }) => values.state === "planned" || values.state === "overdue")
    .sort((one, other) => (one.values.planned_date < other.values.planned_date ? -1 : 1));
  for (const contact of held) {
    if (answered.has(contact.id)) continue;
    const checkIn = open.find((candidate) => isNear(candidate, contact, rhythm, { today: portal.today, lastHeldOn }));
    if (!checkIn) continue;
    const { id, kind, on, title, contactIds } = contact;
    const met = people.filter((person) => contactIds.includes(person.id));
    return { id, kind, on, title: title || id, people: met, checkInKey: checkIn.values.check_in_key };
  }
  return null;
}
