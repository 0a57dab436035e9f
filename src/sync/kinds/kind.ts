import type { HubSpot, ObjectRef } from "../../hubspot/index.ts";
import type { Happening, Heard } from "../heard.ts";

/**
 * What has to be done for a company: records of companies that it took in folded into it, its check-ins planned, the
 * parts of its people in property and labels made to agree, its numbers computed. And for a contact: what we wrote about it forgotten.
 */
export const passes = ["fold", "plan", "people", "numbers", "forget"] as const;
export type Pass = (typeof passes)[number];

/** One kind of record that Keyline listens to. A new one is a file here, a line in the list and its entry in app.json. */
export interface Kind {
  /** As `app.json` subscribes to it; null for what HubSpot has no webhooks of: it is polled. */
  readonly subscribedAs: string | null;
  readonly object: ObjectRef;
  /** HubSpot's own type id; null for our objects, which every portal numbers itself. */
  readonly typeId: string | null;
  readonly events: readonly Exclude<Happening, "propertyChange" | "privacyDeletion">[];
  /** What a record's creation, deletion, restoring, merge or association calls for. */
  readonly life: readonly Pass[];
  /** What a merge calls for, where it is something else. */
  readonly merge?: readonly Pass[];
  /** What a change of each property calls for; changes of others are not heard. */
  readonly properties: Readonly<Record<string, readonly Pass[]>>;
  /** Our own writes come back as events: these call for nothing, or we would wake ourselves for ever. */
  isEcho?(event: Heard): boolean;
  /** What is polled by modification date, beside the webhooks or in their stead, and what a change then calls for. */
  readonly polled?: { readonly modified: string; readonly passes: readonly Pass[] };
  /** The companies of each record, as HubSpot knows them now; deleted records say whose they were. */
  companiesOf(hubspot: HubSpot, ids: readonly string[]): Promise<Map<string, string[]>>;
}

export function passesFor(kind: Kind, event: Heard): readonly Pass[] {
  if (kind.isEcho?.(event)) return [];
  if (event.what === "propertyChange") return kind.properties[event.property ?? ""] ?? [];
  if (!(kind.events as readonly string[]).includes(event.what)) return [];
  return event.what === "merge" ? (kind.merge ?? kind.life) : kind.life;
}

/** HubSpot keeps the moment of the last change in this property, of contacts in another. */
export const modifiedProperty = "hs_lastmodifieddate";

export function each(names: readonly string[], called: readonly Pass[]): Record<string, readonly Pass[]> {
  return Object.fromEntries(names.map((name) => [name, called]));
}
