import { company, minorOf, revenueRank, scoreReasons, type Problem } from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import { isMeasured, type Account } from "../accounts/account.ts";
import { isCandidate } from "../accounts/read-accounts.ts";
import type { PortalFacts } from "../portal-facts.ts";
import { selectionOf, type SelectionFactors } from "./selection.ts";
import type { Standing } from "./standing.ts";

/** What ranking needs of an account. */
export interface Ranking extends SelectionFactors {
  id: string;
  /** Of the last twelve months, in major units; null: never had a deal. */
  revenue: number | null;
  /** The rank that stands on the company, in percent. */
  rank: number | null;
}

/** Managed accounts and those to be chosen among are ranked, nobody else. */
export function rankingOf(account: Account, standing: Standing): Ranking[] {
  if (!isMeasured(account) && !isCandidate(account)) return [];
  const { am_growth_potential, am_resources, am_standing, am_new_markets, am_revenue_rank } = account.properties;
  const revenue = standing.am_revenue_12_months ?? null;
  const factors = { am_growth_potential, am_resources, am_standing, am_new_markets };
  return [{ id: account.id, revenue, rank: standing.am_revenue_rank ?? am_revenue_rank, ...factors }];
}

interface Moved {
  ranking: Ranking;
  rank: number | null;
}

/**
 * Who brings more than whom: a share of all accounts, so that one account's revenue can move another's rank. Tens of percent,
 * so that it seldom does. Those whose rank is another than the one that stands.
 */
function* movedRanks(rankings: Iterable<Ranking>, currency: string): Generator<Moved> {
  const revenues: number[] = [];
  for (const { revenue } of rankings) if (revenue !== null) revenues.push(minorOf(revenue, currency));
  const sorted = Float64Array.from(revenues).sort();
  for (const ranking of rankings) {
    const { revenue } = ranking;
    const rank = revenue === null ? null : Math.round(revenueRank(sorted, minorOf(revenue, currency)) * 10) * 10;
    if (rank !== ranking.rank) yield { ranking, rank };
  }
}

/** So many reasons, which are long texts, are held in memory at once: a first pass moves every rank. */
const ranksAtOnce = 1_000;

interface RanksWritten {
  written: number;
  refused: { key: string; problem: Problem }[];
}

/** Writes the ranks that moved, and the selection scores that follow from them. */
export async function writeRanks(
  hubspot: HubSpot,
  portal: PortalFacts,
  rankings: Iterable<Ranking>,
): Promise<RanksWritten> {
  const result: RanksWritten = { written: 0, refused: [] };
  const write = async (moved: readonly Moved[]) => {
    const { written, refused } = await writeSome(hubspot, portal, moved);
    result.written += written;
    result.refused.push(...refused);
  };
  let waiting: Moved[] = [];
  for (const moved of movedRanks(rankings, portal.currency)) {
    waiting.push(moved);
    if (waiting.length < ranksAtOnce) continue;
    await write(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await write(waiting);
  return result;
}

async function writeSome(
  hubspot: HubSpot,
  { settings, now }: PortalFacts,
  moved: readonly Moved[],
): Promise<RanksWritten> {
  const records = await hubspot.records(company).read(
    moved.map(({ ranking }) => ranking.id),
    { properties: ["am_score_reasons"] },
  );
  const reasons = new Map(records.map(({ id, properties }) => [id, properties.am_score_reasons]));
  const writes = moved.flatMap(({ ranking, rank }) => {
    const before = readReasons(reasons.get(ranking.id));
    // Without reasons the company was not recalculated, or is gone: the next pass ranks it.
    if (!before) return [];
    const selection = selectionOf(ranking, rank, settings);
    const properties = {
      am_revenue_rank: rank,
      am_selection_score: selection.score,
      am_score_reasons: scoreReasons.write({ ...before, selection }),
      am_last_recalculated: now.toISOString(),
    };
    return [{ id: ranking.id, properties }];
  });
  const { written, refused } = await hubspot.records(company).update(writes);
  return { written: written.length, refused };
}

function readReasons(text: string | null | undefined) {
  try {
    return scoreReasons.read(text);
  } catch {
    return null;
  }
}
