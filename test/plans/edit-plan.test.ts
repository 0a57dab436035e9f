import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  accountPlan,
  cardRoutes,
  company,
  type AccountEdit,
  type AccountProperties,
  type PlanAnswer,
  type PlanEdit,
} from "@keyline/domain";
import { planActions } from "../../src/plans/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let planKey: string;
beforeEach(async () => {
  stage = await openStage();
  await stage.plan({ period: "2026", strengths: "Lines 2 and 4 are ours", revenue_goal: 1_500_000 });
  planKey = `${stage.companyId}:2026`;
});
afterEach(() => stage.close());

const edit = async (expected: PlanEdit, wanted: PlanEdit) =>
  cardRoutes.editPlan.answer.parse(
    await planActions.editPlan(stage.desk, { ...stage.intent(), planKey, expected, wanted }),
  ).plan;
const editAccount = async (expected: AccountEdit, wanted: AccountEdit): Promise<PlanAnswer> =>
  cardRoutes.editAccount.answer.parse(
    await planActions.editAccount(stage.desk, { ...stage.intent(), planKey, expected, wanted }),
  ).plan;
const stored = async () => {
  const [found] = await stage.hubspot.records(accountPlan).read([planKey], { idProperty: accountPlan.key });
  if (!found) throw new Error("The plan is gone");
  return found;
};
const setPlan = async (properties: Parameters<typeof stage.plan>[0]) => void (await stage.plan(properties));
const companyNow = async () => {
  const record = await stage.hubspot.records(company).readOne(stage.companyId, { extra: ["industry", "city"] });
  return { ...record?.raw, ...record?.properties };
};

describe("a plan's values", () => {
  test("are written alone: what a person did not change is not touched", async () => {
    const before = { strengths: "Lines 2 and 4 are ours", weaknesses: null };
    await setPlan({ period: "2026", threats: "Written by a colleague meanwhile" });
    const card = await edit(before, { ...before, weaknesses: "Reports only in English" });
    expect(card.plan?.values).toMatchObject({
      strengths: "Lines 2 and 4 are ours",
      weaknesses: "Reports only in English",
      threats: "Written by a colleague meanwhile",
    });
    expect((await stored()).properties.last_touched_on).toBe("2026-11-22");
  });

  test("that somebody else changed meanwhile are a conflict that says what stands there, and nothing is written", async () => {
    await setPlan({ period: "2026", strengths: "Theirs" });
    const seen = { strengths: "Lines 2 and 4 are ours", weaknesses: null };
    await expect(edit(seen, { strengths: "Mine", weaknesses: "New" })).rejects.toMatchObject({
      code: "conflict",
      found: { strengths: "Theirs" },
    });
    expect((await stored()).properties).toMatchObject({ strengths: "Theirs", weaknesses: null });
    const card = await edit({ strengths: "Theirs", weaknesses: null }, { strengths: "Mine", weaknesses: "New" });
    expect(card.plan?.values).toMatchObject({ strengths: "Mine", weaknesses: "New" });
  });

  test("sent twice are written once, and no conflict", async () => {
    const ask = () => edit({ strengths: "Lines 2 and 4 are ours" }, { strengths: "Line 5 too" });
    await ask();
    expect((await ask()).plan?.values.strengths).toBe("Line 5 too");
  });

  test("are money in minor units, hours, dates and people", async () => {
    const team = [{ ownerId: stage.people.tom, role: "specialist" as const, duty: "Interfaces", hours: 40 }];
    const card = await edit(
      { goalMinor: 150_000_000, budgetMinor: null, team: [], reviewRhythm: null, agreedOn: null },
      { goalMinor: 180_000_050, budgetMinor: 6_000_000, team, reviewRhythm: "quarterly", agreedOn: "2026-11-20" },
    );
    expect(card.plan).toMatchObject({
      revenue: { goalMinor: 180_000_050 },
      values: { budgetMinor: 6_000_000, team, reviewRhythm: "quarterly", agreedOn: "2026-11-20" },
    });
    expect((await stored()).properties).toMatchObject({ revenue_goal: 1_800_000.5, budget: 60_000 });
  });

  test("empty text clears", async () => {
    const card = await edit({ strengths: "Lines 2 and 4 are ours" }, { strengths: "" });
    expect(card.plan?.values.strengths).toBeNull();
  });

  test("of a closed plan stay as they are", async () => {
    await setPlan({ period: "2026", plan_status: "closed" });
    await expect(edit({ strengths: "Lines 2 and 4 are ours" }, { strengths: "Later" })).rejects.toMatchObject({
      code: "refused",
    });
  });

  test("of another company's plan are not to be had", async () => {
    const [other = ""] = await stage.companies(1, {});
    const asked = { ...stage.intent(), companyId: other, planKey, expected: {}, wanted: { growth: "Mine" } };
    await expect(planActions.editPlan(stage.desk, asked)).rejects.toMatchObject({ code: "not-found" });
  });

  test("that HubSpot refuses are said to the person", async () => {
    const rule = {
      objectType: "p_account_plan",
      when: { property: "plan_status", value: "active" },
      requires: "budget",
    };
    await stage.control("PUT", "portal", { writeRules: [rule] });
    await expect(edit({ growth: null }, { growth: "Certainty" })).rejects.toMatchObject({ code: "refused" });
  });

  test("the goal of a running year is the account's goal, for HubSpot's reports", async () => {
    await edit({ goalMinor: 150_000_000 }, { goalMinor: 180_000_000 });
    expect(await companyNow()).toMatchObject({ am_revenue_goal: 1_800_000 });
  });
});

describe("what stands on the company", () => {
  const judged = (value: number | null, reason: string | null = null) => ({ value, reason });
  const setCompany = (properties: Partial<AccountProperties>) =>
    stage.hubspot.records(company).update([{ id: stage.companyId, properties }]);

  test("six factors with their reasons, and the priority that follows at once", async () => {
    const none = judged(null);
    const first = await editAccount(
      { relationship: none, growth_potential: none },
      { relationship: judged(4, "They call us first"), growth_potential: judged(5) },
    );
    expect(first.account).toMatchObject({
      relationship: { value: 4, reason: "They call us first" },
      growth_potential: { value: 5, reason: null },
      competition: { value: null, reason: null },
    });
    // Weights 20 and 25: (20 · 0.75 + 25 · 1) / 45.
    expect(first.priority).toMatchObject({ score: 89, missing: expect.arrayContaining(["competition"]) });
    expect(await companyNow()).toMatchObject({ am_relationship: 4, am_priority_score: 89 });
  });

  test("a reason of one factor leaves the others' alone", async () => {
    await setCompany({ am_competition: 3, am_factor_reasons: JSON.stringify({ competition: "Frigor has line 1" }) });
    const card = await editAccount({ resources: judged(null) }, { resources: judged(2, "One visit a month") });
    expect(card.account.competition).toEqual({ value: 3, reason: "Frigor has line 1" });
    expect(card.account.resources).toEqual({ value: 2, reason: "One visit a month" });
  });

  test("two people who judge different factors do not stand in each other's way; the same one is a conflict", async () => {
    await setCompany({ am_relationship: 2 });
    await editAccount({ resources: judged(null) }, { resources: judged(3) });
    await expect(editAccount({ relationship: judged(4) }, { relationship: judged(5) })).rejects.toMatchObject({
      code: "conflict",
      found: { relationship: { value: 2, reason: null } },
    });
  });

  test("what HubSpot lacks of the profile is filled in where HubSpot keeps it", async () => {
    const none = { industry: null, city: null, employees: null, annualRevenueMinor: null };
    const wanted = { industry: "DAIRY", city: "Riyadh", employees: 350, annualRevenueMinor: 4_000_000_000 };
    const card = await editAccount(none, wanted);
    expect(card.account).toMatchObject(wanted);
    expect(await companyNow()).toMatchObject({ industry: "DAIRY", city: "Riyadh" });
  });

  test("the contract, and its outlook", async () => {
    const none = { contractEnds: null, noticeBy: null, renewalMinor: null, outlook: null };
    const wanted = { contractEnds: "2027-03-31", noticeBy: "2026-12-31", renewalMinor: 64_000_000 } as const;
    const card = await editAccount(none, { ...wanted, outlook: "open" });
    expect(card.account).toMatchObject({ ...wanted, outlook: "open" });
    expect(await companyNow()).toMatchObject({ am_contract_end: "2027-03-31", am_renewal_value: 640_000 });
  });
});
