import { idsOf, noData, type Result } from "./define-metric.ts";
import type { DealFacts, Facts, Span } from "./facts/facts.ts";

/** Closed-won deals whose close date lies in a span of moments. */
export function wonIn(deals: readonly DealFacts[], { from, until }: { from: number; until: number }): DealFacts[] {
  return deals.filter(
    ({ standing, closedAt }) => standing === "won" && closedAt !== null && closedAt >= from && closedAt < until,
  );
}

/** New business by its type; without a type, the company's first won deal. */
export function isNewSale(deal: DealFacts, deals: readonly DealFacts[]): boolean {
  if (deal.dealType !== null) return deal.dealType === "newbusiness";
  return !deals.some((other) => other.standing === "won" && isEarlier(other, deal));
}

/** Sums exactly, in minor units: no amount adds nothing and is said, a negative one is taken off. */
export function sumOf(deals: readonly DealFacts[]): number {
  return deals.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);
}

export function moneyOf(facts: Facts, span: Span, isCounted: (deal: DealFacts) => boolean): Result {
  if (facts.deals.length === 0) return noData("never_a_deal");
  return totalOf(wonIn(facts.deals, span).filter(isCounted));
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

function isEarlier(other: DealFacts, deal: DealFacts): boolean {
  if (other.id === deal.id || other.closedAt === null || deal.closedAt === null) return false;
  if (other.closedAt !== deal.closedAt) return other.closedAt < deal.closedAt;
  return Number(other.id) < Number(deal.id);
}
