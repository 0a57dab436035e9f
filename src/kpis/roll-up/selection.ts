import { selectionScore, type Score, type SelectionPart, type Settings } from "@keyline/domain";
import type { Account } from "../accounts/account.ts";

/** The judged factors that selection is made of. */
export type SelectionFactors = Pick<
  Account["properties"],
  "am_growth_potential" | "am_resources" | "am_standing" | "am_new_markets"
>;

/** `rank` as it stands on the company: in percent, in tens. */
export function selectionOf(factors: SelectionFactors, rank: number | null, settings: Settings): Score<SelectionPart> {
  return selectionScore(
    {
      growthPotential: factors.am_growth_potential,
      resources: factors.am_resources,
      standing: factors.am_standing,
      newMarkets: factors.am_new_markets,
      revenueRank: rank === null ? null : rank / 100,
    },
    settings.selectionWeights,
  );
}
