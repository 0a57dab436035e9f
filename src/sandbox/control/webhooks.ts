import { ok } from "../services/service.ts";
import { subscriptionTypes, type Subscription, type WebhookSettings } from "../webhooks/index.ts";
import { asList, asObject, asOptionalText, asText, required } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import type { ControlRoutes } from "./control-route.ts";

/** Where webhooks go and of what they tell; PUT merges. */
export const webhooksRoutes: ControlRoutes = {
  "GET /_sandbox/webhooks": ({ outbox }) => ok({ ...outbox.settings, waiting: outbox.waiting() }),
  "PUT /_sandbox/webhooks": ({ outbox }, { body }) => {
    const given = asObject(body);
    const { settings } = outbox;
    const number = (name: "maxConcurrentRequests" | "repeats") => {
      const value = given[name] ?? settings[name];
      if (typeof value !== "number" || value < 0) throw invalid(`${name} must be a number from 0`);
      return value;
    };
    const next: WebhookSettings = {
      targetUrl:
        given.targetUrl === null ? undefined : (asOptionalText(given.targetUrl, "targetUrl") ?? settings.targetUrl),
      subscriptions:
        given.subscriptions === undefined
          ? settings.subscriptions
          : asList(given.subscriptions, "subscriptions").map(read),
      maxConcurrentRequests: number("maxConcurrentRequests"),
      repeats: number("repeats"),
    };
    outbox.settings = next;
    return ok(next);
  },
};

function read(raw: unknown): Subscription {
  const given = asObject(raw, "subscription");
  const name = asText(required(given, "subscriptionType"), "subscriptionType");
  const subscriptionType = subscriptionTypes.find((type) => type === name);
  if (!subscriptionType) throw invalid(`unknown subscriptionType: ${name}`);
  const objectType = asOptionalText(given.objectType, "objectType");
  const propertyName = asOptionalText(given.propertyName, "propertyName");
  return {
    subscriptionType,
    ...(objectType === undefined ? {} : { objectType }),
    ...(propertyName === undefined ? {} : { propertyName }),
    active: given.active !== false,
  };
}
