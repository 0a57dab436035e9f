import { accountKpi, company, type Period, type Problem } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { isMeasured, type Account } from "./accounts/account.ts";
import { descendantsOf } from "./accounts/families.ts";
import { managedUnder } from "./accounts/managed-under.ts";
import { isCandidate, isHead } from "./accounts/read-accounts.ts";
import { readKin, type Kin } from "./accounts/read-kin.ts";
import { computeAll, spansOf, spoiltTargets, type Answers } from "./compute.ts";
import { familyFacts } from "./facts/family-facts.ts";
import type { Facts } from "./facts/facts.ts";
import { readFacts, type Reading } from "./facts/read-facts.ts";
import { isChanged, type KpiWrite } from "./kpi-record.ts";
import type { PortalFacts } from "./portal-facts.ts";
import { candidateStanding, changesOf, standingOf, type Standing } from "./roll-up/standing.ts";
import { rankingOf, type Ranking } from "./roll-up/rank-accounts.ts";

export interface GroupOptions extends Reading {
  /** The periods to compute of every account. */
  periods: readonly Period[];
  /** Further ones, by account. */
  morePeriods?(facts: ReadonlyMap<string, Facts>): Promise<ReadonlyMap<string, readonly Period[]>>;
  /** Measures these although nobody manages them. */
  isNamed: boolean;
  isDryRun: boolean;
}

export interface GroupResult {
  /** By company, then by period. */
  answers: Map<string, Map<string, Answers>>;
  /** Records written, and records that said it already. */
  written: number;
  unchanged: number;
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
  const result: GroupResult = { answers: new Map(), written: 0, unchanged: 0, refused: [], rankings: [] };
  const kpis: KpiWrite[] = [];
  const more = await options.morePeriods?.(facts);
  const after = new Map<string, Standing>();
  const touched = new Set([...accounts.map(({ id }) => id), ...kin.below]);
  const companies = [...touched].flatMap((id) => kin.known.get(id) ?? []);
  for (const account of companies) after.set(account.id, { ...managedUnder(account, kin.known) });
  for (const account of accounts) {
    const own = facts.get(account.id);
    if (!own) continue;
    const isCounted = options.isNamed || isMeasured(account);
    const standing = isCounted ? standingOf(account, own, portal) : candidateStanding(account, own, portal);
    after.set(account.id, { ...after.get(account.id), ...standing });
    result.rankings.push(...rankingOf(account, standing));
    if (!isCounted) continue;
    const spoilt = spoiltTargets(account);
    if (spoilt) result.refused.push(spoilt);
    const byPeriod = new Map<string, Answers>();
    for (const period of unique([...options.periods, ...(more?.get(account.id) ?? [])])) {
      const computed = computeAll(account, own, spansOf(period, portal), portal);
      byPeriod.set(period.key, computed.answers);
      kpis.push(...computed.writes);
    }
    result.answers.set(account.id, byPeriod);
  }
  await writeKpis(hubspot, kpis, portal, options, result);
  await writeCompanies(hubspot, companies, after, portal, options, result);
  return result;
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

function unique(periods: readonly Period[]): Period[] {
  return [...new Map(periods.map((period) => [period.key, period])).values()];
}

async function writeKpis(
  hubspot: HubSpot,
  writes: readonly KpiWrite[],
  { now }: PortalFacts,
  { isCertain, isDryRun }: GroupOptions,
  result: GroupResult,
): Promise<void> {
  const records = hubspot.records(accountKpi);
  const stored = await records.read(
    writes.map(({ key }) => key),
    { idProperty: accountKpi.key },
  );
  const before = new Map(stored.map((record) => [record.properties.kpi_key, record]));
  const changed = writes.filter((write) => isChanged(before.get(write.key)?.properties, write));
  result.unchanged += writes.length - changed.length;
  if (isDryRun) return;
  const calculatedAt = now.toISOString();
  const { written, refused } = await records.upsert(
    changed.map(({ key, properties }) => ({ key, properties: { ...properties, calculated_at: calculatedAt } })),
  );
  result.written += written.length;
  result.refused.push(...refused);
  const loose = isCertain ? await looseOf(hubspot, writes, before) : [];
  const fresh = written.filter(({ isNew }) => isNew).map(({ key, id }) => ({ from: id, to: companyOf(key) }));
  if (fresh.length + loose.length > 0) await hubspot.associations.create(accountKpi, "companies", [...fresh, ...loose]);
}

/** KPIs that stand and hang on no company: a run that died between the two writes left them. */
async function looseOf(
  hubspot: HubSpot,
  writes: readonly KpiWrite[],
  before: ReadonlyMap<string | null, { id: string }>,
): Promise<{ from: string; to: string }[]> {
  const standing = writes.flatMap(({ key }) => {
    const record = before.get(key);
    return record ? [{ from: record.id, to: companyOf(key) }] : [];
  });
  const tied = await hubspot.associations.read(
    accountKpi,
    "companies",
    standing.map(({ from }) => from),
  );
  return standing.filter(({ from }) => (tied.get(from) ?? []).length === 0);
}

function companyOf(kpiKey: string): string {
  return kpiKey.split(":")[0] ?? "";
}

async function writeCompanies(
  hubspot: HubSpot,
  companies: readonly Account[],
  after: ReadonlyMap<string, Standing>,
  { now }: PortalFacts,
  { isDryRun }: GroupOptions,
  result: GroupResult,
): Promise<void> {
  const changed = companies.flatMap((account) => {
    const changes = changesOf(account, after.get(account.id) ?? {});
    if (Object.keys(changes).length === 0) return [];
    return [{ id: account.id, properties: { ...changes, am_last_recalculated: now.toISOString() } }];
  });
  result.unchanged += companies.length - changed.length;
  if (isDryRun) return;
  const { written, refused } = await hubspot.records(company).update(changed);
  result.written += written.length;
  result.refused.push(...refused);
}
