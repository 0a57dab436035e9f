import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  costliest,
  defaultSettings,
  healthScore,
  paceOf,
  priorityScore,
  revenueRanks,
  selectionScore,
  type HealthFacts,
  type PriorityFacts,
} from "@keyline/domain";

const { priorityWeights, selectionWeights, healthWeights } = defaultSettings;
const factor = fc.option(fc.integer({ min: 1, max: 5 }));

const factors = (value: number | null): PriorityFacts => ({
  competition: value,
  relationship: value,
  resources: value,
  growth_potential: value,
  partnership_potential: value,
  financial_health: value,
});

const nothing: HealthFacts = {
  relationship: null,
  satisfactionPercent: null,
  nps: null,
  attainmentPercent: null,
  elapsedShare: 0.5,
  checkInsKeptPercent: null,
  overdueCheckIns: 0,
  unmetHighRiskNeeds: null,
  openTickets: null,
  revenueGrowthPercent: null,
  renewalOutlook: null,
  daysToNotice: null,
};

const well: HealthFacts = {
  ...nothing,
  relationship: 5,
  satisfactionPercent: 100,
  attainmentPercent: 60,
  checkInsKeptPercent: 100,
  unmetHighRiskNeeds: 0,
  openTickets: 0,
  revenueGrowthPercent: 25,
  renewalOutlook: "renewed",
};

describe("priority", () => {
  test("competition and resources count inversely", () => {
    const best = { ...factors(5), competition: 1, resources: 1 };
    const worst = { ...factors(1), competition: 5, resources: 5 };
    expect([best, worst, factors(3)].map((facts) => priorityScore(facts, priorityWeights).score)).toEqual([100, 0, 50]);
  });

  test("missing factors are left out and said", () => {
    const { score, missing, parts } = priorityScore({ ...factors(null), growth_potential: 4 }, priorityWeights);
    expect(score).toBe(75);
    expect(missing).toHaveLength(5);
    expect(parts).toEqual([
      {
        part: "growth_potential",
        points: 75,
        max: 100,
        reason: { en: "Growth potential: 4 of 5", ar: "إمكانات النمو: ٤ من ٥" },
      },
    ]);
  });

  test("nothing judged is no score, not zero", () => {
    expect(priorityScore(factors(null), priorityWeights)).toMatchObject({ score: null, parts: [] });
  });

  test("is a weighted mean: between the worst and the best of its parts, and the parts add up to it", () => {
    const all = fc.record({
      competition: factor,
      relationship: factor,
      resources: factor,
      growth_potential: factor,
      partnership_potential: factor,
      financial_health: factor,
    });
    fc.assert(
      fc.property(all, (facts) => {
        const { score, parts, missing } = priorityScore(facts, priorityWeights);
        expect(parts.length + missing.length).toBe(6);
        fc.pre(score !== null);
        const sum = parts.reduce((points, part) => points + part.points, 0);
        expect(Math.abs(sum - score)).toBeLessThan(1);
        expect(parts.every(({ points, max }) => points >= 0 && points <= max)).toBe(true);
      }),
    );
  });
});

describe("selection", () => {
  test("return weighs revenue against resources, and is missing when one of them is unknown", () => {
    const facts = { growthPotential: 5, resources: 1, standing: 5, newMarkets: 5, revenueRank: 1 };
    expect(selectionScore(facts, selectionWeights).score).toBe(100);
    expect(selectionScore({ ...facts, revenueRank: null }, selectionWeights).missing).toEqual(["return"]);
    expect(selectionScore({ ...facts, resources: 5, revenueRank: 0 }, selectionWeights).score).toBe(70);
  });

  test("ranks say how many of the others bring less, equal revenues rank equal", () => {
    const ranks = revenueRanks(
      new Map([
        ["a", 100],
        ["b", 300],
        ["c", 100],
        ["d", 200],
        ["e", 400],
      ]),
    );
    expect(Object.fromEntries(ranks)).toEqual({ a: 0, b: 0.75, c: 0, d: 0.5, e: 1 });
  });
});

describe("health", () => {
  test("all well is 100 and healthy; all badly 0 and at risk", () => {
    const badly: HealthFacts = {
      ...well,
      relationship: 1,
      satisfactionPercent: 0,
      attainmentPercent: 0,
      checkInsKeptPercent: 0,
      overdueCheckIns: 2,
      unmetHighRiskNeeds: 4,
      openTickets: 9,
      revenueGrowthPercent: -80,
      renewalOutlook: "lost",
    };
    expect([healthScore(well, healthWeights), healthScore(badly, healthWeights)]).toMatchObject([
      { score: 100, band: "healthy", missing: [] },
      { score: 0, band: "at_risk" },
    ]);
  });

  test.each([0, 1, 2])("with %d parts known it is not enough known", (known) => {
    const facts = {
      ...nothing,
      ...Object.fromEntries(Object.entries({ relationship: 5, openTickets: 0 }).slice(0, known)),
    };
    expect(healthScore(facts, healthWeights)).toMatchObject({ score: null, band: "unknown" });
  });

  test("two check-ins overdue are said with what they cost", () => {
    const health = healthScore({ ...well, overdueCheckIns: 2 }, healthWeights);
    const [first] = costliest(health, 1);
    expect(first).toEqual({
      part: "check_ins",
      points: 3,
      max: 15,
      reason: { en: "2 check-ins overdue", ar: "متابعتان متأخرتان" },
    });
  });

  test("a goal is measured against the straight line, not against the whole year", () => {
    expect(attainmentPart(25, 0.25)).toMatchObject({ points: 15, max: 15 });
    expect(attainmentPart(25, 0.5)).toMatchObject({ points: 7.5, max: 15 });
  });

  test.each<[string, Partial<HealthFacts>, number | undefined, string | undefined]>([
    ["notice far away", { daysToNotice: 200 }, 10, "Notice date in 200 days, undecided"],
    ["notice in a month", { daysToNotice: 30, renewalOutlook: "open" }, 5.3, "Notice date in 30 days, undecided"],
    ["notice passed", { daysToNotice: -1 }, 0, "Notice date passed 1 day ago, undecided"],
    ["decided in time", { daysToNotice: 30, renewalOutlook: "renewed" }, 10, "Renewal: renewed"],
    ["no date and no outlook", {}, undefined, undefined],
  ])("renewal: %s", (_title, facts, points, reason) => {
    const health = healthScore({ ...well, renewalOutlook: null, ...facts }, healthWeights);
    const part = health.parts.find(({ part: name }) => name === "renewal");
    expect([part?.points, part?.reason.en]).toEqual([points, reason]);
  });

  test("worse facts never make a better score", () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(5), fc.nat(100), (overdue, tickets, satisfaction) => {
        const facts = { ...well, overdueCheckIns: overdue, openTickets: tickets, satisfactionPercent: satisfaction };
        const worse = { ...facts, overdueCheckIns: overdue + 1, openTickets: tickets + 1 };
        expect(Number(healthScore(worse, healthWeights).score)).toBeLessThanOrEqual(
          Number(healthScore(facts, healthWeights).score),
        );
      }),
    );
  });

  test("a part with no weight is neither counted nor missed", () => {
    const health = healthScore({ ...well, openTickets: null }, { ...healthWeights, tickets: 0 });
    expect(health).toMatchObject({ score: 100, missing: [] });
  });
});

describe("pace", () => {
  test.each<[number | null, number, number, ReturnType<typeof paceOf>]>([
    [180_000, 124_000, 0.86, { pace: "behind", differenceMinor: -30_800 }],
    [100_000, 51_000, 0.5, { pace: "on", differenceMinor: 1000 }],
    [100_000, 70_000, 0.5, { pace: "ahead", differenceMinor: 20_000 }],
    [null, 70_000, 0.5, null],
    [0, 70_000, 0.5, null],
  ])("goal %p, actual %p, %p of the period over", (goal, actual, elapsed, pace) => {
    expect(paceOf(goal, actual, elapsed)).toEqual(pace);
  });
});

function attainmentPart(attainmentPercent: number, elapsedShare: number) {
  const { parts } = healthScore({ ...well, attainmentPercent, elapsedShare }, healthWeights);
  return parts.find(({ part }) => part === "attainment");
}
