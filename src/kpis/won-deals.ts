import { idsOf, type Result } from "./define-metric.ts";
import type { DealFacts } from "./facts/facts.ts";

/** Closed-won deals whose close date lies in a span of moments. */
export function wonIn(deals: readonly DealFacts[], { from, until }: { from: number; until: number }): DealFacts[] {
  return deals.filter(
    ({ standing, closedAt }) => standing === "won" && closedAt !== null && closedAt >= from && closedAt < until,
  );
}

/** New business by its type; of those without a type, the ones before which the company had won none. */
export function newSalesOf(won: readonly DealFacts[], deals: readonly DealFacts[]): DealFacts[] {
  const first = firstWonAt(deals);
  return won.filter(({ dealType, closedAt }) =>
    dealType === null ? closedAt !== null && closedAt <= first : dealType === "newbusiness",
  );
}

function firstWonAt(deals: readonly DealFacts[]): number {
  return deals.reduce(
    (first, { standing, closedAt }) => (standing === "won" && closedAt !== null ? Math.min(first, closedAt) : first),
    Infinity,
  );
}

/** Sums exactly, in minor units: no amount adds nothing and is said, a negative one is taken off. */
export function sumOf(deals: readonly DealFacts[]): number {
  return deals.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);
}

export function totalOf(deals: readonly DealFacts[]): Result {
  const blank = deals.filter(({ amountMinor }) => amountMinor === null);
  return {
    value: sumOf(deals),
    evidence: idsOf(
      "deals",
      deals.filter(({ amountMinor }) => amountMinor !== null),
    ),
    leftOut: idsOf("deals", blank).map((counted) => ({ ...counted, reason: "no_amount" })),
  };
}
