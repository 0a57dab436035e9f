import { company, type Period, type Problem } from "@keyline/domain";
import { descendantsOf } from "../desk/index.ts";
import type { HubSpot } from "../hubspot/index.ts";
import { isMeasured, type Account } from "./accounts/account.ts";
import { family, managedUnder } from "./accounts/managed-under.ts";
import { isCandidate, isHead } from "./accounts/read-accounts.ts";
import { readKin, type Kin } from "./accounts/read-kin.ts";
import { computeAll, spansOf, spoiltTargets, type Answers, type Spans } from "./compute.ts";
import { familyFacts } from "./facts/family-facts.ts";
import type { Facts } from "./facts/facts.ts";
import { readFacts, type Reading } from "./facts/read-facts.ts";
import { changeMarks, readMarks } from "./kpi-marks.ts";
import { metrics } from "./metrics/index.ts";
import type { PortalFacts } from "./portal-facts.ts";
import { candidateStanding, changesOf, standingOf, type Standing } from "./roll-up/standing.ts";
import { rankingOf, type Ranking } from "./roll-up/rank-accounts.ts";
import { writeKpis, type KpiOptions, type PeriodKpis } from "./write-kpis.ts";

export interface GroupOptions extends Reading, KpiOptions {
  /** The periods to compute of every account. */
  periods: readonly Period[];
  /** They are those that every pass computes: companies are marked with what was written. */
  isMarked: boolean;
  /** Wants the answers, which are kept for every account. */
  wantsAnswers: boolean;
  /** Further ones, by account. */
  morePeriods?(facts: ReadonlyMap<string, Facts>): Promise<ReadonlyMap<string, readonly Period[]>>;
  /** Measures these although nobody manages them. */
  isNamed: boolean;
  /** Once aborted, no further part of the group is begun. */
  signal?: AbortSignal;
}

export interface GroupResult {
  /** By company, then by period. */
  answers: Map<string, Map<string, Answers>>;
  /** Records written, and records that said it already. */
  written: number;
  unchanged: number;
  /** In a dry run: records that would be written. */
  pending: number;
  refused: { key: string; problem: Problem }[];
  /** What the ranking by revenue needs of each. */
  rankings: Ranking[];
}

/**
 * Brings the KPIs and the roll-ups of some companies up to date: reads the facts of all of them and of their families in
 * bulk, computes, compares with what stands, writes what differs. Flat in memory, whatever the size of the portal.
 */
export async function recalculateGroup(
  hubspot: HubSpot,
  portal: PortalFacts,
  accounts: readonly Account[],
  options: GroupOptions,
): Promise<GroupResult> {
  // Outside a whole pass one may have been the head of those below: they are looked at too.
  const roots = accounts.filter((account) => isHead(account) || (!options.isRun && account.hasChildren));
  const kin = await readKin(hubspot, portal, accounts, roots);
  const facts = await readAllFacts(hubspot, portal, accounts, kin, options);
  const result = emptyResult();
  const more = await options.morePeriods?.(facts);
  const after = new Map<string, Standing>();
  const touched = new Set([...accounts.map(({ id }) => id), ...kin.below]);
  const companies = [...touched].flatMap((id) => kin.known.get(id) ?? []);
  for (const account of companies) after.set(account.id, { ...managedUnder(account, kin.known) });
  for (const account of accounts) after.set(account.id, { ...after.get(account.id), ...family(account, kin.children) });
  const counted: { account: Account; own: Facts; periods: readonly Period[] }[] = [];
  for (const account of accounts) {
    const own = facts.get(account.id);
    if (!own) continue;
    const isCounted = options.isNamed || isMeasured(account);
    const standing = isCounted ? standingOf(account, own, portal) : candidateStanding(account, own, portal);
    after.set(account.id, { ...after.get(account.id), ...standing });
    result.rankings.push(...rankingOf(account, standing));
    if (isCounted) counted.push({ account, own, periods: more?.get(account.id) ?? [] });
  }
  const spans = new Map(options.periods.map((period) => [period.key, spansOf(period, portal)]));
  const accountsAtOnce = accountsFor(options.periods.length);
  for (let at = 0; at < counted.length && !options.signal?.aborted; at += accountsAtOnce) {
    const kpis = counted.slice(at, at + accountsAtOnce).flatMap(({ account, own, periods }) => {
      const all = new Map([...spans, ...periods.map((period) => [period.key, spansOf(period, portal)] as const)]);
      return computeOne(account, own, all, portal, options, result);
    });
    const { marks, ...done } = await writeKpis(hubspot, kpis, portal, options);
    add(result, done);
    for (const { account } of counted.slice(at, at + accountsAtOnce)) {
      const am_kpi_mark = marksAfter(account, marks.get(account.id), options);
      after.set(account.id, { ...after.get(account.id), am_kpi_mark });
    }
  }
  // Of accounts that were not come to, what is said would be new beside numbers that are old.
  if (!options.signal?.aborted) add(result, await writeCompanies(hubspot, companies, after, portal, options));
  return result;
}

/** About so many KPIs are held in memory before they are written, whatever the number of periods. */
const kpisAtOnce = 3_000;
/** Twelve KPIs of 25 accounts fill three batches. */
const accountsInStep = 25;

function accountsFor(periods: number): number {
  const steps = Math.floor(kpisAtOnce / (metrics.length * accountsInStep * Math.max(1, periods)));
  return accountsInStep * Math.max(1, steps);
}

function computeOne(
  account: Account,
  facts: Facts,
  spans: ReadonlyMap<string, Spans>,
  portal: PortalFacts,
  { wantsAnswers }: GroupOptions,
  result: GroupResult,
): PeriodKpis[] {
  const spoilt = spoiltTargets(account);
  if (spoilt) result.refused.push(spoilt);
  const computed = [...spans].map(([period, span]) => ({ period, ...computeAll(account, facts, span, portal) }));
  if (wantsAnswers) result.answers.set(account.id, new Map(computed.map(({ period, answers }) => [period, answers])));
  return computed.map(({ period, writes }) => ({ account, period, writes }));
}

/** Only what every pass computes is marked, and what has a mark that would be wrong now. */
function marksAfter(
  { properties }: Account,
  marks: ReadonlyMap<string, string | null> | undefined,
  { periods, isMarked }: GroupOptions,
): string | null {
  const before = readMarks(properties.am_kpi_mark);
  const wanted = new Set([...before.keys(), ...(isMarked ? periods.map(({ key }) => key) : [])]);
  return changeMarks(before, new Map([...(marks ?? [])].filter(([period]) => wanted.has(period))));
}

function emptyResult(): GroupResult {
  return { answers: new Map(), written: 0, unchanged: 0, pending: 0, refused: [], rankings: [] };
}

type Done = Pick<GroupResult, "written" | "unchanged" | "pending" | "refused">;

function add(result: GroupResult, done: Done): void {
  result.written += done.written;
  result.unchanged += done.unchanged;
  result.pending += done.pending;
  result.refused.push(...done.refused);
}

/** The facts of each account, its family's with them where it manages one. */
async function readAllFacts(
  hubspot: HubSpot,
  portal: PortalFacts,
  accounts: readonly Account[],
  { known, children }: Kin,
  options: GroupOptions,
): Promise<Map<string, Facts>> {
  const counted = accounts.filter((account) => options.isNamed || isMeasured(account) || isCandidate(account));
  const below = new Map(counted.filter(isHead).map(({ id }) => [id, descendantsOf(id, children)]));
  const own = new Set(counted.map(({ id }) => id));
  const others = new Set([...below.values()].flat().filter((id) => !own.has(id)));
  const merged = (ids: Iterable<string>) => new Map([...ids].map((id) => [id, known.get(id)?.mergedIds ?? []]));
  const found = new Map([
    ...(await readFacts(hubspot, merged(own), portal, options)),
    ...(await readFacts(hubspot, merged(others), portal, { ...options, isRun: false })),
  ]);
  return new Map(
    [...own].flatMap((id) => {
      const ownFacts = found.get(id);
      return ownFacts
        ? [
            [
              id,
              familyFacts(
                ownFacts,
                (below.get(id) ?? []).flatMap((one) => found.get(one) ?? []),
              ),
            ],
          ]
        : [];
    }),
  );
}

async function writeCompanies(
  hubspot: HubSpot,
  companies: readonly Account[],
  after: ReadonlyMap<string, Standing>,
  { now }: PortalFacts,
  { isDryRun }: GroupOptions,
): Promise<Done> {
  const changed = companies.flatMap((account) => {
    const changes = changesOf(account, after.get(account.id) ?? {});
    if (Object.keys(changes).length === 0) return [];
    return [{ id: account.id, properties: { ...changes, am_last_recalculated: now.toISOString() } }];
  });
  const unchanged = companies.length - changed.length;
  if (isDryRun) return { written: 0, unchanged, pending: changed.length, refused: [] };
  const { written, refused } = await hubspot.records(company).update(changed);
  return { written: written.length, unchanged, pending: 0, refused };
}
