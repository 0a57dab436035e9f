import { z } from "zod";

const events = z.enum(["creation", "deletion", "restore", "merge", "associationChange"]);

/**
 * What HubSpot tells the backend about. One entry an object type: its events, and the properties whose changes count.
 * Custom objects (`p_…`) can be subscribed to by private apps only (developers.hubspot.com, generic webhooks).
 */
export const webhooks = z.strictObject({
  path: z.string().startsWith("/"),
  /** HubSpot takes 5 and more. */
  maxConcurrentRequests: z.number().int().min(5),
  objects: z.array(
    z.strictObject({ objectType: z.string(), events: z.array(events), properties: z.array(z.string()) }),
  ),
  hubEvents: z.array(z.string()),
});

/** One subscription as a `webhooks-hsmeta.json` holds it. */
export interface Subscription {
  subscriptionType: string;
  objectType: string;
  propertyName?: string;
  active: true;
}

/** Every subscription to a record's life, one by one, in the order of the manifest. */
export function crmSubscriptions({ objects }: z.infer<typeof webhooks>): Subscription[] {
  return objects.flatMap(({ objectType, events: named, properties }) => [
    ...named.map((event): Subscription => ({ subscriptionType: `object.${event}`, objectType, active: true })),
    ...properties.map((propertyName): Subscription => {
      return { subscriptionType: "object.propertyChange", objectType, propertyName, active: true };
    }),
  ]);
}
