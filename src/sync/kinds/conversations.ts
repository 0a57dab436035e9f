import type { HubSpot } from "../../hubspot/index.ts";
import type { Kind } from "./kind.ts";
import { byAssociation, byContacts, merged } from "./leads.ts";

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
  const [own, theirs] = await Promise.all([byAssociation(hubspot, object, ids), byContacts(hubspot, object, ids)]);
  return merged(own, theirs);
}
