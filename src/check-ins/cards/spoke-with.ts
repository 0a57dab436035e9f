import { contact, type PlainDate } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";

/** Who was there was spoken with on that day, unless a later day is known. The check-in stands even if HubSpot will not say so. */
export async function spokeWith(desk: Desk, contactIds: readonly string[], on: PlainDate): Promise<void> {
  if (contactIds.length === 0) return;
  const contacts = desk.hubspot.records(contact);
  const found = await contacts.read(contactIds, { properties: ["am_last_spoken_with"] });
  const earlier = found.filter(({ properties: { am_last_spoken_with: last } }) => last === null || last < on);
  if (earlier.length === 0) return;
  const { refused } = await contacts.update(earlier.map(({ id }) => ({ id, properties: { am_last_spoken_with: on } })));
  for (const { problem } of refused) {
    desk.log.warn({ reason: problem.message }, "HubSpot did not take when a contact was last spoken with");
  }
}
