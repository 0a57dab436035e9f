export { openOutbox, type Delivery, type Outbox, type WebhookEvent, type WebhookSettings } from "./outbox.ts";
export { signV3 } from "./sign.ts";
export { presetSubscriptions, subscriptionTypes, type Subscription } from "./subscription.ts";
