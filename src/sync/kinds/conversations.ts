import type { HubSpot } from "../../hubspot/index.ts";
import { type Kind } from "./kind.ts";
import { byAssociation, merged } from "./leads.ts";

/** Meetings and calls: contact that was made may be a check-in. */
const conversation = (facts: Pick<Kind, "subscribedAs" | "typeId" | "properties"> & { object: string }): Kind => ({
  ...facts,
  events: ["creation", "deletion", "restore"],
  life: ["plan", "numbers"],
  companiesOf: (hubspot, ids) => ofItselfAndItsContacts(hubspot, facts.object, ids),
});

export const meetingKind = conversation({
  subscribedAs: "meeting_event",
  object: "meetings",
  typeId: "0-47",
  properties: { hs_meeting_outcome: ["plan", "numbers"] },
});

export const callKind = conversation({
  subscribedAs: "call",
  object: "calls",
  typeId: "0-48",
  properties: { hs_call_status: ["plan", "numbers"] },
});

async function ofItselfAndItsContacts(hubspot: HubSpot, object: string, ids: readonly string[]) {
  const [own, contacts] = await Promise.all([
    byAssociation(hubspot, object, ids),
    hubspot.associations.read(object, "contacts", ids),
  ]);
  const people = [...new Set([...contacts.values()].flat().map(({ id }) => id))];
  if (people.length === 0) return own;
  const theirs = await byAssociation(hubspot, "contacts", people);
  const byContacts = [...contacts].map(([id, list]): [string, string[]] => [
    id,
    list.flatMap((one) => theirs.get(one.id) ?? []),
  ]);
  return merged(own, new Map(byContacts));
}
