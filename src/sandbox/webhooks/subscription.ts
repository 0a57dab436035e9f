import type { Happening } from "../portal/tell.ts";

export const subscriptionTypes = [
  "object.creation",
  "object.propertyChange",
  "object.deletion",
  "object.restore",
  "object.merge",
  "object.associationChange",
  "contact.privacyDeletion",
] as const;

/** One thing that the app wants to hear of, as in `webhooks-hsmeta.json`. */
export interface Subscription {
  subscriptionType: (typeof subscriptionTypes)[number];
  /** A type by any of its names; `custom` for every custom object. Not for `contact.privacyDeletion`. */
  objectType?: string;
  /** For `object.propertyChange`; left out, every property. */
  propertyName?: string;
  active?: boolean;
}

const everyKind = subscriptionTypes.filter((kind) => kind !== "contact.privacyDeletion");
const presetTypes = ["companies", "contacts", "deals", "tickets", "tasks", "meetings", "calls", "custom"];

/** What an app hears of when nothing else is said. */
export const presetSubscriptions: readonly Subscription[] = [
  ...presetTypes.flatMap((objectType) => everyKind.map((subscriptionType) => ({ subscriptionType, objectType }))),
  { subscriptionType: "contact.privacyDeletion" },
];

/** Whether a subscription covers what happened; `typeIdOf` knows the names of object types. */
export function covers(
  subscription: Subscription,
  happening: Happening,
  typeIdOf: (name: string) => string | undefined,
): boolean {
  const { subscriptionType, objectType, propertyName, active = true } = subscription;
  if (!active || subscriptionType !== happening.subscriptionType) return false;
  if (propertyName !== undefined && propertyName !== happening.propertyName) return false;
  if (objectType === undefined) return subscriptionType === "contact.privacyDeletion";
  if (objectType === "custom") return happening.objectTypeId.startsWith("2-");
  return typeIdOf(objectType) === happening.objectTypeId;
}
