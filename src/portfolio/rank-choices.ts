import {
  periodOf,
  periodsUpTo,
  revenueRanks,
  selectionScore,
  type PlainDate,
  type RevenueMonths,
  type Score,
  type SelectionPart,
  type Settings,
} from "@keyline/domain";
import type { Account } from "./account.ts";
import type { Candidate } from "./read-candidates.ts";

export interface Ranked {
  readonly candidate: Candidate;
  readonly score: Score<SelectionPart>;
  /** Over the last twelve months; null for a company that never had a deal. */
  readonly revenueMinor: number | null;
}

/**
 * The companies in the order in which to choose them: by selection score, those that nobody has judged last, and among
 * equals by revenue. Revenue ranks against that of the accounts as well.
 */
export function rankChoices(
  candidates: readonly Candidate[],
  accounts: Iterable<Account>,
  today: PlainDate,
  weights: Settings["selectionWeights"],
): Ranked[] {
  const months = periodsUpTo(periodOf("month", today), 12).map(({ key }) => key);
  const yearOf = (by: RevenueMonths) => months.reduce((sum, month) => sum + (by[month] ?? 0), 0);
  const revenues = new Map<string, number>();
  for (const { id, months: by } of accounts) if (Object.keys(by).length > 0) revenues.set(id, yearOf(by));
  for (const { id, months: by } of candidates) if (by) revenues.set(id, yearOf(by));
  const ranks = revenueRanks(revenues);
  return candidates
    .map((candidate) => ({
      candidate,
      score: selectionScore({ ...candidate, revenueRank: ranks.get(candidate.id) ?? null }, weights),
      revenueMinor: revenues.get(candidate.id) ?? null,
    }))
    .toSorted(
      (one, other) =>
        (other.score.score ?? -1) - (one.score.score ?? -1) ||
        (other.revenueMinor ?? 0) - (one.revenueMinor ?? 0) ||
        one.candidate.name.localeCompare(other.candidate.name),
    );
}
