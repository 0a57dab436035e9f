import { parsePeriod, type Problem } from "@keyline/domain";
import { listAccounts, readNamed, searchAccounts } from "./accounts/read-accounts.ts";
import type { Account } from "./accounts/account.ts";
import type { Answers } from "./compute.ts";
import { readPortalFacts, type NumbersParts, type PortalFacts } from "./portal-facts.ts";
import { recalculateGroup } from "./recalculate-group.ts";
import { writeRanks, type Ranking } from "./roll-up/rank-accounts.ts";
import type { HubSpot } from "../hubspot/index.ts";

export interface RecalculateOptions {
  period: string;
  /** Default: every managed account. */
  companyIds?: readonly string[];
  dryRun?: boolean;
}

export interface Recalculated {
  period: string;
  companies: Record<string, Answers>;
  /** Records written, and records that said it already. */
  written: number;
  unchanged: number;
  /** In a dry run alone: records that would be written. */
  wouldWrite?: number;
  refused: { key: string; problem: Problem }[];
}

/**
 * Computes every metric of a period and what the companies say of themselves, and writes what has changed: again without
 * news it writes nothing. Nothing is taken from a search that could lag behind.
 * @throws Problem `invalid-input` when `period` is no period key, `not-found` when a company is not there
 */
export async function recalculate(
  parts: NumbersParts,
  { period: key, companyIds, dryRun = false }: RecalculateOptions,
): Promise<Recalculated> {
  const { hubspot, settings } = parts;
  const period = parsePeriod(key, settings.fiscalYearStartMonth);
  const portal = await readPortalFacts(parts);
  const result: Recalculated = { period: period.key, companies: {}, written: 0, unchanged: 0, refused: [] };
  const rankings: Ranking[] = [];
  const groups = companyIds ? named(hubspot, portal, companyIds) : await everyAccount(hubspot, portal);
  for await (const group of groups) {
    const done = await recalculateGroup(hubspot, portal, group, {
      periods: [period],
      isMarked: false,
      wantsAnswers: true,
      isThorough: true,
      isCertain: true,
      isRun: companyIds === undefined,
      isNamed: companyIds !== undefined,
      isDryRun: dryRun,
    });
    for (const [id, byPeriod] of done.answers) result.companies[id] = byPeriod.get(period.key) ?? {};
    result.written += done.written;
    result.unchanged += done.unchanged;
    result.refused.push(...done.refused);
    if (dryRun) result.wouldWrite = (result.wouldWrite ?? 0) + done.pending;
    rankings.push(...done.rankings);
  }
  if (companyIds === undefined && !dryRun) {
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
