import { z } from "zod";
import type { HubSpotEvent } from "./events.ts";

export const happenings = [
  "creation",
  "propertyChange",
  "deletion",
  "restore",
  "merge",
  "associationChange",
  "privacyDeletion",
] as const;
export type Happening = (typeof happenings)[number];

/**
 * What is kept of an event until somebody has looked at it: which records it is about. Never a person's data: of values
 * only the state of a task or check-in.
 */
export const heard = z.object({
  /** Equal for the same event told twice: HubSpot does not promise that its event ids are unique by themselves. */
  identity: z.string(),
  what: z.enum(happenings),
  /** HubSpot's object type id: `0-2`, or `2-…` for a custom object. */
  typeId: z.string(),
  /** A merge names several records. */
  ids: z.array(z.string()),
  /** The other end of an association. */
  to: z.object({ typeId: z.string(), id: z.string() }).optional(),
  property: z.string().optional(),
  state: z.string().optional(),
  /** An app wrote it; it may have been us. */
  isByApp: z.boolean(),
});
export type Heard = z.infer<typeof heard>;

/** Names of older subscriptions (`company.creation`) by HubSpot's type ids (developers.hubspot.com, object type IDs). */
const typeIds: Record<string, string> = {
  contact: "0-1",
  company: "0-2",
  deal: "0-3",
  ticket: "0-5",
  task: "0-27",
  meeting_event: "0-47",
  call: "0-48",
};

/** Null for what no part of Keyline can use. */
export function heardFrom(event: HubSpotEvent): Heard | null {
  const [named = "", kind = ""] = event.subscriptionType.split(".");
  const what = happenings.find((one) => one === kind);
  const typeId = event.objectTypeId ?? event.fromObjectTypeId ?? typeIds[named];
  const ids = idsIn(event);
  if (!what || typeId === undefined || ids.length === 0) return null;
  const { propertyName, propertyValue, toObjectId, toObjectTypeId, changeSource } = event;
  return {
    identity: [event.eventId, event.subscriptionId, `${typeId}/${ids.join("+")}>${toObjectId ?? ""}`, event.occurredAt]
      .map((part) => part ?? "")
      .join(":"),
    what,
    typeId,
    ids,
    ...(toObjectId && toObjectTypeId && { to: { typeId: toObjectTypeId, id: toObjectId } }),
    ...(propertyName !== undefined && { property: propertyName }),
    ...(isState(propertyName) && { state: propertyValue ?? "" }),
    isByApp: changeSource === "INTEGRATION",
  };
}

const isState = (name: string | undefined) => name === "hs_task_status" || name === "state";

function idsIn(event: HubSpotEvent): string[] {
  const { objectId, primaryObjectId, newObjectId, mergedObjectIds = [], fromObjectId } = event;
  return [...new Set([newObjectId, objectId, primaryObjectId, ...mergedObjectIds, fromObjectId])].filter(
    (one) => one !== undefined,
  );
}
