import { formatNumber } from "../plural.ts";
import { selectionParts, type SelectionPart } from "../vocabulary/scores.ts";
import { shareOfFive, weigh, type Judged, type Score } from "./score.ts";

export interface SelectionFacts {
  /** 1 to 5 each; null where nobody has judged yet. */
  growthPotential: number | null;
  resources: number | null;
  standing: number | null;
  newMarkets: number | null;
  /** Share of accounts, 0 to 1, that bring less revenue than this one over the last year; null without revenue. */
  revenueRank: number | null;
}

/** Which accounts to choose as strategic: growth, return on what they take, standing and new markets. */
export function selectionScore(
  facts: SelectionFacts,
  weights: Readonly<Record<SelectionPart, number>>,
): Score<SelectionPart> {
  return weigh(
    {
      growth: ofFive("growth", facts.growthPotential),
      return: returnOf(facts),
      standing: ofFive("standing", facts.standing),
      new_markets: ofFive("new_markets", facts.newMarkets),
    },
    weights,
  );
}

/**
 * For every revenue, the share of the others that are lower. Equal revenues rank equal; a single account ranks in the middle.
 */
export function revenueRanks(revenuesMinor: ReadonlyMap<string, number>): Map<string, number> {
  const sorted = Float64Array.from(revenuesMinor.values()).sort();
  return new Map([...revenuesMinor].map(([id, value]) => [id, revenueRank(sorted, value)]));
}

/** The same of one revenue among all of them, the lowest first. */
export function revenueRank(sortedMinor: ArrayLike<number>, valueMinor: number): number {
  const others = sortedMinor.length - 1;
  if (others === 0) return 0.5;
  let [from, to] = [0, sortedMinor.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sortedMinor[middle] ?? 0) < valueMinor) from = middle + 1;
    else to = middle;
  }
  return from / others;
}

function ofFive(part: SelectionPart, value: number | null): Judged {
  if (value === null) return null;
  const label = selectionParts.labels[part];
  return {
    share: shareOfFive(value),
    reason: {
      en: `${label.en}: ${formatNumber("en", value)} of 5`,
      ar: `${label.ar}: ${formatNumber("ar", value)} من ٥`,
    },
  };
}

/** Revenue against resources: as much for bringing more than others as for taking less. */
function returnOf({ revenueRank, resources }: SelectionFacts): Judged {
  if (revenueRank === null || resources === null) return null;
  const percent = Math.round(revenueRank * 100);
  return {
    share: (revenueRank + 1 - shareOfFive(resources)) / 2,
    reason: {
      en: `Brings more revenue than ${formatNumber("en", percent)}% of accounts, takes ${formatNumber("en", resources)} of 5 resources`,
      ar: `إيراده أعلى من ${formatNumber("ar", percent)}٪ من الحسابات، ويحتاج ${formatNumber("ar", resources)} من ٥ موارد`,
    },
  };
}
