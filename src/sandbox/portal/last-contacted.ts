import type { Place } from "./links.ts";
import type { Portal } from "./portal.ts";
import { isoText, momentMs } from "./moment-text.ts";

/** Calls, e-mails and meetings: what HubSpot takes for contact with the records that they hang on. */
const conversations = ["0-47", "0-48", "0-49"];
/** Contacts, companies and deals have the property. */
const contacted = ["0-1", "0-2", "0-3"];

export function isConversation(typeId: string): boolean {
  return conversations.includes(typeId);
}

/** Everything that a conversation hangs on and that says when it was last contacted. */
export function contactedBy(portal: Portal, conversation: Place): Place[] {
  return contacted.flatMap((typeId) => portal.links.toIds(conversation, typeId).map((id) => ({ typeId, id })));
}

/** `notes_last_contacted` of a record: its latest conversation that is not still to come (docs: default properties). */
export function lastContacted(portal: Portal, place: Place): Record<string, string> | undefined {
  if (!contacted.includes(place.typeId)) return undefined;
  const now = portal.now().getTime();
  let latest = -Infinity;
  for (const typeId of conversations) {
    const type = portal.types.find(typeId);
    if (!type) continue;
    for (const id of portal.links.toIds(place, typeId)) {
      const record = portal.records(type).get(id);
      const at = momentMs(record?.values.hs_timestamp ?? "");
      if (record?.archivedMs === undefined && at !== undefined && at <= now) latest = Math.max(latest, at);
    }
  }
  return { notes_last_contacted: latest === -Infinity ? "" : isoText(latest) };
}
