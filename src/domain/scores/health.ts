import type { HealthBand } from "../vocabulary/accounts.ts";
import type { HealthPart } from "../vocabulary/scores.ts";
import { judgeHealth, type HealthFacts } from "./health-parts.ts";
import { weigh, type Score } from "./score.ts";

export interface Health extends Score<HealthPart> {
  band: HealthBand;
}

/** With fewer parts known than this, a number would be a guess. */
const fewestParts = 3;

/** From this score on an account is in the band. */
export const healthBandFloors = { healthy: 70, slipping: 45 } as const;

/**
 * How an account is doing. Parts that nobody knows are left out and named in `missing`; with under three known the score is
 * null and the band `unknown`, and the parts known are still told.
 */
export function healthScore(facts: HealthFacts, weights: Readonly<Record<HealthPart, number>>): Health {
  const weighed = weigh(judgeHealth(facts), weights);
  if (weighed.score === null || weighed.parts.length < fewestParts) return { ...weighed, score: null, band: "unknown" };
  return { ...weighed, band: bandOf(weighed.score) };
}

function bandOf(score: number): HealthBand {
  if (score >= healthBandFloors.healthy) return "healthy";
  return score >= healthBandFloors.slipping ? "slipping" : "at_risk";
}
