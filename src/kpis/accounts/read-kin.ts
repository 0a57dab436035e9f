import { mostLevels, readChildren, type Children } from "../../desk/index.ts";
import type { HubSpot } from "../../hubspot/index.ts";
import type { PortalFacts } from "../portal-facts.ts";
import type { Account } from "./account.ts";
import { readAccounts } from "./read-accounts.ts";

export interface Kin {
  /** The companies asked for, those below, and those above. */
  known: Map<string, Account>;
  children: Children;
  /** Ids of those below. */
  below: readonly string[];
}

/**
 * Who stands above `accounts` and below `roots`, read level by level: by associations downwards, by HubSpot's own parent
 * property upwards.
 */
export async function readKin(
  hubspot: HubSpot,
  portal: PortalFacts,
  accounts: readonly Account[],
  roots: readonly Account[],
): Promise<Kin> {
  const children = await readChildren(
    hubspot,
    roots.map(({ id }) => id),
  );
  const known = new Map(accounts.map((account) => [account.id, account]));
  const below = [...new Set([...children.values()].flat())];
  await readInto(known, hubspot, portal, below);
  for (let level = 0; level < mostLevels; level++) {
    const above = [...known.values()].flatMap(({ parentId }) => parentId ?? []);
    if ((await readInto(known, hubspot, portal, above)) === 0) break;
  }
  return { known, children, below };
}

/** How many came to be known. */
async function readInto(known: Map<string, Account>, hubspot: HubSpot, portal: PortalFacts, ids: readonly string[]) {
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  const found = missing.length > 0 ? await readAccounts(hubspot, portal, missing) : [];
  for (const account of found) known.set(account.id, account);
  return found.length;
}
