import { company, Problem } from "@keyline/domain";
import type { Filter, HubSpot } from "../../hubspot/index.ts";
import type { PortalFacts } from "../portal-facts.ts";
import { accountExtra, accountOf, isMeasured, type Account } from "./account.ts";

type CompanyFilter = Filter<(typeof company)["fields"]>;

/**
 * Whom a pass looks at: managed accounts; companies that somebody judged for growth or standing, to be chosen among;
 * those that manage their family, and those managed under another. Five groups, which is all that a search takes.
 */
const inPass: readonly (readonly CompanyFilter[])[] = [
  [
    { property: "am_account_type", operator: "HAS_PROPERTY" },
    { property: "am_rhythm", operator: "HAS_PROPERTY" },
  ],
  [{ property: "am_growth_potential", operator: "HAS_PROPERTY" }],
  [{ property: "am_standing", operator: "HAS_PROPERTY" }],
  [{ property: "am_manages_family", operator: "EQ", value: true }],
  [{ property: "am_managed_under_id", operator: "HAS_PROPERTY" }],
];

export function isInPass(account: Account): boolean {
  return (
    isMeasured(account) || isCandidate(account) || isHead(account) || account.properties.am_managed_under_id !== null
  );
}

/** Judged for growth or standing: it has its place in the ranked list, managed or not. */
export function isCandidate({ properties }: Account): boolean {
  return properties.am_growth_potential !== null || properties.am_standing !== null;
}

/** The switch is on: it manages those below it. */
export function isHead({ properties }: Account): boolean {
  return properties.am_manages_family === true;
}

/** In HubSpot, the association reads take 1,000 companies at once: a group is as many, in the order of their ids. */
const groupSize = 1_000;

interface Stretch {
  /** Goes on after this company id. */
  after?: string | null;
  /** So many companies at most. */
  limit?: number;
}

/** By search: what was written in the last seconds may be missing. Groups of up to 1,000. */
export async function* searchAccounts(hubspot: HubSpot, portal: PortalFacts, { after = null, limit }: Stretch = {}) {
  const beyond: CompanyFilter[] =
    after === null ? [] : [{ property: "hs_object_id", operator: "GT" as const, value: after }];
  const where = inPass.map((group) => [...group, ...beyond]);
  const query = { where, extra: accountExtra(portal.settings), ...(limit !== undefined && { limit }) };
  yield* grouped(hubspot.records(company).search(query), portal);
}

/** By listing every company of the portal, 100 a call: slower in a large portal, but nothing is missing. */
export async function* listAccounts(hubspot: HubSpot, portal: PortalFacts) {
  yield* grouped(hubspot.records(company).list({ extra: accountExtra(portal.settings) }), portal, isInPass);
}

/** Companies by id, as they are now; of one that was merged away, the one that it became. Those gone are left out. */
export async function readAccounts(hubspot: HubSpot, portal: PortalFacts, ids: readonly string[]): Promise<Account[]> {
  const records = await hubspot.records(company).read(ids, { extra: accountExtra(portal.settings) });
  return records.map((record) => accountOf(record, portal.settings, portal.timeZone));
}

/** @throws Problem `not-found` that names every company that is not there */
export async function readNamed(hubspot: HubSpot, portal: PortalFacts, ids: readonly string[]): Promise<Account[]> {
  const accounts = await readAccounts(hubspot, portal, ids);
  const known = new Set(accounts.flatMap(({ id, mergedIds }) => [id, ...mergedIds]));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return accounts;
  throw new Problem("not-found", `HubSpot has no company ${missing.join(", ")}. Nothing was computed or written.`);
}

type Pages = AsyncGenerator<Parameters<typeof accountOf>[0][]>;

async function* grouped(
  pages: Pages,
  { settings, timeZone }: PortalFacts,
  isWanted: (account: Account) => boolean = () => true,
): AsyncGenerator<Account[]> {
  let group: Account[] = [];
  for await (const page of pages) {
    group.push(...page.map((record) => accountOf(record, settings, timeZone)).filter(isWanted));
    while (group.length >= groupSize) {
      yield group.slice(0, groupSize);
      group = group.slice(groupSize);
    }
  }
  if (group.length > 0) yield group;
}
