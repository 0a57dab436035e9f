import { z } from "zod";

const id = z.union([z.string(), z.number()]).transform(String);

/** One event of HubSpot's webhooks; fields that a kind of event does not have are absent. */
export const hubspotEvent = z.looseObject({
  eventId: id.optional(),
  subscriptionId: id.optional(),
  portalId: id,
  occurredAt: z.number(),
  /** `object.creation`; older subscriptions say `company.creation`. */
  subscriptionType: z.string(),
  objectId: id.optional(),
  objectTypeId: z.string().optional(),
  propertyName: z.string().optional(),
  propertyValue: z.string().nullish(),
  /** `INTEGRATION` for what an app wrote. */
  changeSource: z.string().optional(),
  primaryObjectId: id.optional(),
  mergedObjectIds: z.array(id).optional(),
  newObjectId: id.optional(),
  fromObjectId: id.optional(),
  fromObjectTypeId: z.string().optional(),
  toObjectId: id.optional(),
  toObjectTypeId: z.string().optional(),
});
export type HubSpotEvent = z.infer<typeof hubspotEvent>;

export const hubspotEvents = z.array(hubspotEvent).max(1_000);
