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
  const sorted = [...revenuesMinor.values()].sort((one, other) => one - other);
  const lower = new Map<number, number>();
  for (const [index, value] of sorted.entries()) if (!lower.has(value)) lower.set(value, index);
  const others = sorted.length - 1;
  return new Map([...revenuesMinor].map(([id, value]) => [id, others === 0 ? 0.5 : (lower.get(value) ?? 0) / others]));
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
