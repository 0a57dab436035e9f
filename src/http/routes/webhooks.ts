import { hubspotEvents } from "../../sync/index.ts";
import { defineRoute } from "../define-route.ts";

/**
 * HubSpot's webhooks: check, keep, answer. HubSpot waits 5 s and tries again otherwise, so the work is the queue's
 * (developers.hubspot.com, Webhooks: up to 100 events a request, no order promised, the same event may come again).
 */
export const webhooks = defineRoute({
  method: "POST",
  path: "/webhooks",
  signed: "webhook",
  body: hubspotEvents,
  answer: async ({ body, parts }) => {
    await parts.intake(body);
    return { status: 204 };
  },
});
