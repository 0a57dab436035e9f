import { formatNumber } from "../plural.ts";
import { priorityParts, type PriorityPart } from "../vocabulary/scores.ts";
import { shareOfFive, weigh, type Judged, type Score } from "./score.ts";

/** The six factors, 1 to 5 each; null where nobody has judged yet. */
export type PriorityFacts = Readonly<Record<PriorityPart, number | null>>;

/** Strong rivals and a great effort speak against an account. */
const inverse: ReadonlySet<PriorityPart> = new Set(["competition", "resources"]);

/** How much an account deserves our time: the weighted mean of its judged factors. */
export function priorityScore(
  facts: PriorityFacts,
  weights: Readonly<Record<PriorityPart, number>>,
): Score<PriorityPart> {
  const judged = priorityParts.values.map((part) => [part, judge(part, facts[part])] as const);
  return weigh(Object.fromEntries(judged) as Record<PriorityPart, Judged>, weights);
}

function judge(part: PriorityPart, value: number | null): Judged {
  if (value === null) return null;
  const label = priorityParts.labels[part];
  const counts = inverse.has(part);
  return {
    share: counts ? 1 - shareOfFive(value) : shareOfFive(value),
    reason: {
      en: `${label.en}: ${formatNumber("en", value)} of 5${counts ? " (less is better)" : ""}`,
      ar: `${label.ar}: ${formatNumber("ar", value)} من ٥${counts ? " (الأقل أفضل)" : ""}`,
    },
  };
}
