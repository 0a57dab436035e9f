import { parsePeriod, periodKinds, periodOf, type PlainDate } from "@keyline/domain";
import type { Account } from "./accounts/account.ts";
import { headsAbove } from "./accounts/families.ts";
import { readAccounts, searchAccounts } from "./accounts/read-accounts.ts";
import { readKin } from "./accounts/read-kin.ts";
import { periodsToRefresh } from "./periods-to-refresh.ts";
import { readPortalFacts, type NumbersParts, type PortalFacts } from "./portal-facts.ts";
import { recalculateGroup, type GroupResult } from "./recalculate-group.ts";
import { rankingOf, writeRanks } from "./roll-up/rank-accounts.ts";
import { openRankings } from "./roll-up/rankings.ts";
import { storedPeriods } from "./stored-periods.ts";

export type RunningResult = Pick<GroupResult, "written" | "unchanged" | "refused">;

/**
 * Brings the numbers of these companies up to date: the KPIs of the periods that run or ended a few days ago, those of
 * earlier periods that a changed deal touches, and what the companies say of themselves. Companies above that manage them,
 * and those that managed them before, are brought up to date with them. Reads by id, so that it sees what was written a
 * moment ago; ranks among all accounts stay for `rankPortal`. `day` names a day whose month, quarter and year are wanted too.
 */
export async function recalculateFew(
  parts: NumbersParts,
  companyIds: readonly string[],
  { day }: { day?: PlainDate } = {},
): Promise<RunningResult> {
  const { hubspot } = parts;
  const portal = await readPortalFacts(parts);
  const accounts = await withHeads(parts, portal, await readAccounts(hubspot, portal, companyIds));
  const { fiscalYearStartMonth } = portal.settings;
  const wanted = day === undefined ? [] : periodKinds.values.map((kind) => periodOf(kind, day, fiscalYearStartMonth));
  return recalculateGroup(hubspot, portal, accounts, {
    periods: periodsToRefresh(portal.today, fiscalYearStartMonth),
    morePeriods: async (facts) => {
      const stored = await storedPeriods(hubspot, portal, facts);
      return new Map([...facts.keys()].map((id) => [id, [...wanted, ...(stored.get(id) ?? [])]]));
    },
    isMarked: true,
    wantsAnswers: false,
    isThorough: true,
    isCertain: true,
    isRun: false,
    isNamed: false,
    isDryRun: false,
  });
}

export interface PassOptions {
  /** Goes on after this company id. */
  after?: string | null;
  /** Looks at so many companies at most; the result's `next` says where to go on. */
  limit?: number;
  /** Keys of the periods to compute; default: those that run, and those that ended a few days ago. */
  periods?: readonly string[];
  /** Compares every record with what stands, also where the company says that nothing moved. */
  isThorough?: boolean;
  signal?: AbortSignal;
}

export interface PassResult extends RunningResult {
  /** Companies looked at. */
  companies: number;
  /** The id to go on after; null at the end. */
  next: string | null;
}

/** No company has an id so low. */
const beforeAll = "0";

/**
 * The same for every account of the portal, or for a part of them: what moved with the clock, and what events missed. A pass
 * over everything ends with the ranks; after parts `rankPortal` is to be called.
 */
export async function recalculatePass(parts: NumbersParts, options: PassOptions = {}): Promise<PassResult> {
  const { hubspot } = parts;
  const portal = await readPortalFacts(parts);
  const { fiscalYearStartMonth } = portal.settings;
  const periods =
    options.periods?.map((key) => parsePeriod(key, fiscalYearStartMonth)) ??
    periodsToRefresh(portal.today, fiscalYearStartMonth);
  const { after = null, limit = Infinity, signal } = options;
  const isWhole = after === null && limit === Infinity;
  const rankings = openRankings();
  const result: PassResult = { written: 0, unchanged: 0, refused: [], companies: 0, next: null };
  const stretch = { after, ...(limit !== Infinity && { limit }) };
  for await (const group of searchAccounts(hubspot, portal, stretch)) {
    const done = await recalculateGroup(hubspot, portal, group, {
      periods,
      isMarked: true,
      wantsAnswers: false,
      isThorough: options.isThorough ?? false,
      isCertain: false,
      isRun: true,
      isNamed: false,
      isDryRun: false,
      ...(signal && { signal }),
    });
    add(result, done);
    // A group that was cut short is gone over again, which writes nothing twice.
    if (signal?.aborted) return { ...result, next: result.next ?? after ?? beforeAll };
    if (isWhole) rankings.add(done.rankings);
    result.companies += group.length;
    result.next = group.at(-1)?.id ?? result.next;
  }
  if (result.companies < limit) result.next = null;
  if (isWhole) add(result, { unchanged: 0, ...(await writeRanks(hubspot, portal, rankings)) });
  return result;
}

/** Ranks every account by its revenue, as the companies say it: what a pass, or a reconciliation, ends with. */
export async function rankPortal(parts: NumbersParts): Promise<RunningResult> {
  const portal = await readPortalFacts(parts);
  const rankings = openRankings();
  for await (const group of searchAccounts(parts.hubspot, portal)) {
    rankings.add(group.flatMap((account) => rankingOf(account, account.properties)));
  }
  return { unchanged: 0, ...(await writeRanks(parts.hubspot, portal, rankings)) };
}

function add(result: RunningResult, done: RunningResult): void {
  result.written += done.written;
  result.unchanged += done.unchanged;
  result.refused.push(...done.refused);
}

/** The companies, and every other one whose family they are or were in. */
async function withHeads({ hubspot }: NumbersParts, portal: PortalFacts, accounts: readonly Account[]) {
  const { known } = await readKin(hubspot, portal, accounts, []);
  const all = new Map(accounts.map((account) => [account.id, account]));
  for (const head of accounts.flatMap((account) => headsAbove(account, known))) all.set(head.id, head);
  const before = accounts.flatMap(({ properties }) => properties.am_managed_under_id ?? []);
  const missing = [...new Set(before)].filter((id) => !all.has(id));
  const earlier = missing.length > 0 ? await readAccounts(hubspot, portal, missing) : [];
  for (const head of earlier) {
    all.set(head.id, head);
    const above = await readKin(hubspot, portal, [head], []);
    for (const one of headsAbove(head, above.known)) if (!all.has(one.id)) all.set(one.id, one);
  }
  return [...all.values()];
}
