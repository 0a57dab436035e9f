import type { BuiltCard } from "../cards/index.ts";
import type { Words } from "@keyline/domain";
import type { Owner } from "../crm.ts";

/** What the page asks for once, before it draws anything. */
export interface Start {
  portal: { id: number; timeZone: string; currency: string };
  appId: number | string;
  owners: Owner[];
  schemas: HostedSchema[];
  /** ISO moment on the sandbox's clock. */
  now: string;
  cards: HostedCard[];
  /** The name of the company to open on; null: the first by name. */
  openOn: string | null;
}

/** One of the portal's own object types. */
export interface HostedSchema {
  objectTypeId: string;
  plural: Words;
  primaryDisplayProperty: string;
}

export type HostedCard = Omit<BuiltCard, "file" | "entryFile">;

/** HubSpot names an object type by its type id, its name in capitals or its plural. */
export const isForCompanies = ({ objectTypes }: HostedCard) =>
  objectTypes.some((type) => ["0-2", "company", "companies"].includes(type.toLowerCase()));
