import { describe, expect, test } from "@jest/globals";
import {
  accountProducts,
  defaultSettings,
  factorReasons,
  healthScore,
  kpiEvidence,
  kpiLeftOut,
  ownTargets,
  planReviews,
  priorityScore,
  Problem,
  scoreReasons,
  selectionScore,
  type JsonText,
} from "@keyline/domain";

const nobodyJudged = {
  competition: null,
  relationship: 4,
  resources: null,
  growth_potential: null,
  partnership_potential: null,
  financial_health: null,
};
const scores = {
  priority: priorityScore(nobodyJudged, defaultSettings.priorityWeights),
  selection: selectionScore(
    { growthPotential: 3, resources: null, standing: null, newMarkets: null, revenueRank: null },
    defaultSettings.selectionWeights,
  ),
  health: healthScore(
    {
      relationship: 4,
      satisfactionPercent: 61,
      nps: null,
      attainmentPercent: null,
      elapsedShare: 0.5,
      checkInsKeptPercent: null,
      overdueCheckIns: 2,
      unmetHighRiskNeeds: null,
      openTickets: null,
      revenueGrowthPercent: null,
      renewalOutlook: null,
      daysToNotice: null,
    },
    defaultSettings.healthWeights,
  ),
};
const { band: _band, ...health } = scores.health;

type Case = [property: string, read: (text: string | null) => unknown, value: unknown, text: string];

/** A detail, a value, and the text it is written as. */
function kept<T>(property: string, detail: JsonText<T>, value: T): Case {
  return [property, (text) => detail.read(text), value, detail.write(value)];
}

const details = [
  kept("am_targets", ownTargets, { nps: { per: "year", value: 50 } }),
  kept("am_factor_reasons", factorReasons, { competition: "Two rivals in the plant" }),
  kept("am_score_reasons", scoreReasons, { ...scores, health, healthByMonth: { "2026-11": 71 } }),
  kept("am_products", accountProducts, { bought: ["7001"], open: [] }),
  kept("reviews", planReviews, [{ on: "2026-10-01", by: "7", changes: ["Two needs met"], decisions: "Go on" }]),
  kept("evidence", kpiEvidence, [{ object: "deals", ids: ["1", "2"] }]),
  kept("left_out", kpiLeftOut, [{ object: "deals", ids: ["3"], reason: "no amount" }]),
];

describe.each(details)("%s", (property, read, value, written) => {
  test("is read as it was written", () => {
    expect(read(written)).toEqual(value);
  });

  test("is nothing where nothing stands", () => {
    expect([read(null), read("")]).toEqual([null, null]);
  });

  test.each(["not JSON", "12"])("says at its property that %p is not ours", (text) => {
    try {
      read(text);
      throw new Error("was read");
    } catch (problem) {
      expect(problem).toBeInstanceOf(Problem);
      expect((problem as Problem).fields[0]?.path).toBe(property);
    }
  });
});
