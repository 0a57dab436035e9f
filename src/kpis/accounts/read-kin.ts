import type { HubSpot } from "../../hubspot/index.ts";
import type { PortalFacts } from "../portal-facts.ts";
import type { Account } from "./account.ts";
import { mostLevels, type Children } from "./families.ts";
import { readAccounts } from "./read-accounts.ts";

export interface Kin {
  /** The companies asked for, those below, and those above. */
  known: Map<string, Account>;
  children: Children;
  /** Ids of those below. */
  below: readonly string[];
}

/** HubSpot's own type from a company to one below it (npm: AssociationTypes, parent to child company). */
const parentToChild = 13;

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
  const children = await readChildren(hubspot, roots);
  const known = new Map(accounts.map((account) => [account.id, account]));
  const below = [...new Set([...children.values()].flat())];
  await readInto(known, hubspot, portal, below);
  for (let level = 0; level < mostLevels; level++) {
    const above = [...known.values()].flatMap(({ parentId }) => parentId ?? []);
    if ((await readInto(known, hubspot, portal, above)) === 0) break;
  }
  return { known, children, below };
}

async function readChildren(hubspot: HubSpot, roots: readonly Account[]): Promise<Children> {
  const children = new Map<string, string[]>();
  let level = roots.map(({ id }) => id);
  for (let depth = 0; depth < mostLevels && level.length > 0; depth++) {
    const found = await hubspot.associations.read("companies", "companies", level);
    const next: string[] = [];
    for (const [id, kin] of found) {
      const own = kin.filter(({ types }) => types.some(isParentToChild)).map((one) => one.id);
      children.set(id, own);
      next.push(...own);
    }
    level = [...new Set(next)].filter((id) => !children.has(id));
  }
  return children;
}

function isParentToChild({ category, typeId }: { category: string; typeId: number }): boolean {
  return category === "HUBSPOT_DEFINED" && typeId === parentToChild;
}

/** How many came to be known. */
async function readInto(known: Map<string, Account>, hubspot: HubSpot, portal: PortalFacts, ids: readonly string[]) {
  const missing = [...new Set(ids)].filter((id) => !known.has(id));
  const found = missing.length > 0 ? await readAccounts(hubspot, portal, missing) : [];
  for (const account of found) known.set(account.id, account);
  return found.length;
}
