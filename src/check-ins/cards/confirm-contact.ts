import type { CheckInsWritten, ConfirmContact } from "@keyline/domain";
import { checkIn } from "@keyline/domain";
import { readPortalFacts } from "../portal-facts.ts";
import { goneProblem, type Desk } from "../../desk/index.ts";
import { readContactsHeld } from "../read-contacts-made.ts";
import { saved } from "./saved.ts";
import { spokeWith } from "./spoke-with.ts";
import { change, mustBe, readOne } from "./touch-check-in.ts";

/** Was the meeting or call that check-in? Yes: it is held, on that day, with those people. No: it is not asked again. */
export async function confirmContact(desk: Desk, asked: ConfirmContact): Promise<CheckInsWritten> {
  const { companyId, checkInKey, contactMadeId, expected, isCheckIn } = asked;
  const portal = await readPortalFacts(desk);
  const [found, held] = await Promise.all([
    readOne(desk, companyId, checkInKey),
    readContactsHeld(desk.hubspot, [companyId], portal),
  ]);
  const contact = held.get(companyId)?.find(({ id }) => id === contactMadeId);
  if (!contact) throw goneProblem("check-in");
  if (found.values.counted_from === contactMadeId) return saved(desk, companyId, [{ id: found.id, key: checkInKey }]);
  mustBe(found, expected);
  if (!isCheckIn) {
    const said = [found.values.not_counted, contactMadeId].filter(Boolean).join(" ");
    return saved(desk, companyId, [await change(desk, found, { not_counted: said })]);
  }
  const counted = await change(desk, found, { state: "held", held_on: contact.on, counted_from: contactMadeId });
  const object = contact.kind === "meeting" ? "meetings" : "calls";
  const people = await desk.hubspot.associations.read(object, "contacts", [contactMadeId]);
  const pairs = (people.get(contactMadeId) ?? []).map(({ id }) => ({ from: found.id, to: id }));
  if (pairs.length > 0) await desk.hubspot.associations.create(checkIn, "contacts", pairs);
  await spokeWith(
    desk,
    pairs.map(({ to }) => to),
    contact.on,
  );
  return saved(desk, companyId, [counted]);
}
