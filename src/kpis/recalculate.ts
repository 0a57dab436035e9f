import { parsePeriod, type Problem } from "@keyline/domain";
import { listAccounts, readNamed, searchAccounts } from "./accounts/read-accounts.ts";
import type { Account } from "./accounts/account.ts";
import type { Answers } from "./compute.ts";
import { readPortalFacts, type NumbersParts, type PortalFacts } from "./portal-facts.ts";
import { recalculateGroup } from "./recalculate-group.ts";
import { writeRanks } from "./roll-up/rank-accounts.ts";
import { openRankings } from "./roll-up/rankings.ts";
import type { HubSpot } from "../hubspot/index.ts";

export interface RecalculateOptions {
  period: string;
  /** Default: every managed account. */
  companyIds?: readonly string[];
  dryRun?: boolean;
}

export interface RecalculatePeriodsOptions extends Omit<RecalculateOptions, "period"> {
  periods: readonly string[];
  /** Once aborted, nothing further is begun: what is written stays, and is not written again. */
  signal?: AbortSignal;
  /** Hears what was computed, by company and then by period, so that nobody need keep it all. */
  onAnswers?(answers: ReadonlyMap<string, ReadonlyMap<string, Answers>>): void;
}

export interface PeriodsRecalculated {
  /** Records written, and records that said it already. */
  written: number;
  unchanged: number;
  /** In a dry run alone: records that would be written. */
  wouldWrite?: number;
  refused: { key: string; problem: Problem }[];
}

export interface Recalculated extends PeriodsRecalculated {
  period: string;
  companies: Record<string, Answers>;
}

/**
 * Computes every metric of a period and what the companies say of themselves, and writes what has changed: again without
 * news it writes nothing. Nothing is taken from a search that could lag behind.
 * @throws Problem `invalid-input` when `period` is no period key, `not-found` when a company is not there
 */
export async function recalculate(
  parts: NumbersParts,
  { period: key, ...options }: RecalculateOptions,
): Promise<Recalculated> {
  const period = parsePeriod(key, parts.settings.fiscalYearStartMonth);
  const companies: Recalculated["companies"] = {};
  const done = await recalculatePeriods(parts, {
    ...options,
    periods: [key],
    onAnswers(answers) {
      for (const [id, byPeriod] of answers) companies[id] = byPeriod.get(period.key) ?? {};
    },
  });
  return { period: period.key, companies, ...done };
}

/** The same for several periods at once: what they are computed from is read a single time. */
export async function recalculatePeriods(
  parts: NumbersParts,
  { periods: keys, companyIds, dryRun = false, signal, onAnswers }: RecalculatePeriodsOptions,
): Promise<PeriodsRecalculated> {
  const { hubspot, settings } = parts;
  const periods = keys.map((key) => parsePeriod(key, settings.fiscalYearStartMonth));
  const portal = await readPortalFacts(parts);
  const result: PeriodsRecalculated = { written: 0, unchanged: 0, refused: [] };
  const rankings = openRankings();
  const groups = companyIds ? named(hubspot, portal, companyIds) : await everyAccount(hubspot, portal);
  for await (const group of groups) {
    if (signal?.aborted) return result;
    const done = await recalculateGroup(hubspot, portal, group, {
      periods,
      isMarked: false,
      wantsAnswers: onAnswers !== undefined,
      isThorough: true,
      isCertain: true,
      isRun: companyIds === undefined,
      isNamed: companyIds !== undefined,
      isDryRun: dryRun,
      ...(signal && { signal }),
    });
    onAnswers?.(done.answers);
    result.written += done.written;
    result.unchanged += done.unchanged;
    result.refused.push(...done.refused);
    if (dryRun) result.wouldWrite = (result.wouldWrite ?? 0) + done.pending;
    rankings.add(done.rankings);
  }
  if (companyIds === undefined && !dryRun && !signal?.aborted) {
    const ranked = await writeRanks(hubspot, portal, rankings);
    result.written += ranked.written;
    result.refused.push(...ranked.refused);
  }
  return result;
}

const namedAtOnce = 100;

async function* named(hubspot: HubSpot, portal: PortalFacts, ids: readonly string[]): AsyncGenerator<Account[]> {
  const accounts = await readNamed(hubspot, portal, [...new Set(ids)]);
  for (let at = 0; at < accounts.length; at += namedAtOnce) yield accounts.slice(at, at + namedAtOnce);
}

/** In a portal of more companies than this, listing them all to find the managed ones costs more than a search's lag. */
const mostListed = 100_000;

async function everyAccount(hubspot: HubSpot, portal: PortalFacts): Promise<AsyncGenerator<Account[]>> {
  const count = await hubspot.records("companies").count();
  return count > mostListed ? searchAccounts(hubspot, portal) : listAccounts(hubspot, portal);
}
