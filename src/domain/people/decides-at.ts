import { decisionRoles, type DecisionRole } from "../vocabulary/people.ts";
import { rolesInOrder } from "./roles.ts";

/** Where a contact decides, and in which roles property and label agree there: by company id. */
export type DecidesAt = ReadonlyMap<string, readonly DecisionRole[]>;

/**
 * Reads `am_decides_at`: `101 economic_buyer signatory 205 champion`. Words apart, so that HubSpot's search finds a company
 * by its id, also when a contact is no longer tied to it. What a person wrote into it otherwise is left out.
 */
export function readDecidesAt(text: string | null): DecidesAt {
  const places = new Map<string, DecisionRole[]>();
  let roles: DecisionRole[] | null = null;
  for (const word of (text ?? "").split(/\s+/)) {
    if (/^\d+$/.test(word)) places.set(word, (roles = []));
    else if (decisionRoles.has(word)) roles?.push(word);
  }
  return places;
}

/** The property's text; null where the contact decides nowhere. */
export function writeDecidesAt(places: DecidesAt): string | null {
  const words = [...places].flatMap(([id, roles]) => [id, ...rolesInOrder(roles)]);
  return words.join(" ") || null;
}
