import type { OfferedContact, Rhythm } from "@keyline/domain";
import { answeredContacts, isNear } from "../count-contact.ts";
import type { PortalFacts, StoredCheckIn } from "../facts.ts";
import type { ContactHeld } from "../read-contacts-made.ts";

/** The latest contact that may have been an open check-in and about which nobody has been asked. */
export function offeredFrom(
  held: readonly ContactHeld[],
  checkIns: readonly StoredCheckIn[],
  rhythm: Rhythm | null,
  portal: PortalFacts,
): Omit<OfferedContact, "people"> | null {
  if (!rhythm || portal.policy.contactMade === "off") return null;
  const answered = new Set(checkIns.flatMap(({ values }) => answeredContacts(values)));
  const open = checkIns
    .filter(({ values }) => values.state === "planned" || values.state === "overdue")
    .sort((one, other) => (one.values.planned_date < other.values.planned_date ? -1 : 1));
  for (const contact of held) {
    if (answered.has(contact.id)) continue;
    const checkIn = open.find((candidate) => isNear(candidate, contact, rhythm, portal.today));
    if (checkIn) return { ...contact, title: contact.title || contact.id, checkInKey: checkIn.values.check_in_key };
  }
  return null;
}
