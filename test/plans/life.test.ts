import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  accountNeed,
  accountPlan,
  cardRoutes,
  company,
  planObjective,
  type PlanAnswer,
  type PlanObjective,
  type StartNextPlan,
} from "@keyline/domain";
import { planActions } from "../../src/plans/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let planKey: string;
beforeEach(async () => {
  stage = await openStage();
  await stage.plan({ period: "2026", account_type: "key", strengths: "Lines 2 and 4 are ours", hours_spent: 214 });
  planKey = `${stage.companyId}:2026`;
});
afterEach(() => stage.close());

const next = async (changes: Partial<StartNextPlan> = {}): Promise<PlanAnswer> => {
  const carry = { objectives: true, obstacles: true, needs: true };
  const asked = {
    planKey,
    expected: "active",
    goalMinor: 200_000_000,
    closes: true,
    note: "Start earlier",
    carry,
  } as const;
  const answer = await planActions.startNextPlan(stage.desk, { ...stage.intent(), ...asked, ...changes });
  return cardRoutes.startNextPlan.answer.parse(answer).plan;
};
const move = (expected: "draft" | "active" | "in_review", to: "draft" | "active" | "in_review") =>
  planActions.setPlanStatus(stage.desk, { ...stage.intent(), planKey, expected, to });
const close = (note: string | null = null) =>
  planActions.closePlan(stage.desk, { ...stage.intent(), planKey, expected: "active", note });
const plans = async () => {
  const found = [];
  for await (const page of stage.hubspot.records(accountPlan).list()) found.push(...page);
  const own = found.map(({ properties }) => properties).filter((one) => one.company_record_id !== null);
  return new Map(own.map((one) => [one.period ?? "", one]));
};
const objectives = async (key: string): Promise<Map<string, Partial<PlanObjective>>> => {
  const found = [];
  for await (const page of stage.hubspot.records(planObjective).list()) found.push(...page);
  const own = found.map(({ properties }) => properties as Partial<PlanObjective>);
  return new Map(own.filter((one) => one.plan_key === key).map((one) => [one.objective_name ?? "", one]));
};
const companyNow = async () => (await stage.hubspot.records(company).readOne(stage.companyId))?.properties;

describe("the life of a plan", () => {
  test("a draft becomes active, is in review, and active again; the company says it each time", async () => {
    await stage.plan({ period: "2026", plan_status: "draft", open_objectives: 0 });
    await move("draft", "active");
    expect(await companyNow()).toMatchObject({ am_plan_status: "active", am_plan_ends: "2026-12-31" });
    await move("active", "in_review");
    expect(await companyNow()).toMatchObject({ am_plan_status: "in_review" });
    await move("in_review", "active");
    expect((await plans()).get("2026")?.plan_status).toBe("active");
  });

  test("moved twice it is moved once; what somebody else made of it is a conflict", async () => {
    await move("active", "in_review");
    await move("active", "in_review");
    await expect(move("active", "draft")).rejects.toMatchObject({ code: "conflict", found: { status: "in_review" } });
  });

  test("closing keeps the day and what was learnt, once", async () => {
    const { plan: card } = await close("Start the renewal earlier");
    expect(card.plan).toMatchObject({
      status: "closed",
      closedOn: "2026-11-22",
      closingNote: "Start the renewal earlier",
      next: { period: "2027", key: null },
    });
    await stage.goTo("2026-11-25T06:00:00Z");
    await close("Another note");
    expect((await plans()).get("2026")).toMatchObject({
      closed_on: "2026-11-22",
      closing_note: "Start the renewal earlier",
    });
    expect(await companyNow()).toMatchObject({ am_plan_status: "closed" });
  });
});

describe("the plan of the next period", () => {
  beforeEach(async () => {
    await stage.objective({
      objective_name: "Open",
      objective_status: "in_progress",
      progress: 40,
      due_on: "2027-03-01",
    });
    await stage.objective({ objective_name: "Done", objective_status: "done" });
    await stage.objective({ objective_name: "Frigor", objective_kind: "obstacle", objective_status: "in_progress" });
    await stage.objective({ objective_name: "Of another plan", plan_key: `${stage.companyId}:2025` });
    await stage.need({ need_name: "Reports in Arabic", plan_key: planKey });
    await stage.need({ need_name: "Met long ago", need_status: "met", plan_key: planKey });
  });

  test("takes what is open along, and the earlier plan stays readable with the end of each", async () => {
    const card = await next();
    expect(card.plan).toMatchObject({
      key: `${stage.companyId}:2027`,
      status: "draft",
      carriedFrom: planKey,
      startsOn: "2027-01-01",
      isUnfinished: false,
      values: { strengths: "Lines 2 and 4 are ours", goalMinor: 200_000_000, hoursSpent: null },
    });
    expect(card.periods.map(({ period, status }) => [period, status])).toEqual([
      ["2027", "draft"],
      ["2026", "closed"],
    ]);
    const after = await objectives(`${stage.companyId}:2027`);
    expect([...after.keys()].toSorted()).toEqual(["Frigor", "Open"]);
    expect(after.get("Open")).toMatchObject({ objective_status: "in_progress", progress: 40, due_on: "2027-03-01" });
    const before = await objectives(planKey);
    expect([...before].map(([name, one]) => [name, one.objective_status]).toSorted()).toEqual([
      ["Done", "done"],
      ["Frigor", "carried"],
      ["Open", "carried"],
    ]);
    const earlier = await planActions.plan(stage.desk, { companyId: stage.companyId, lang: "en", planKey });
    expect(earlier.plan).toMatchObject({
      status: "closed",
      closingNote: "Start earlier",
      next: { key: card.plan?.key },
    });
    expect(earlier.objectives.roadmap.map(({ name }) => name).toSorted()).toEqual(["Done", "Open"]);
  });

  test("says of each open need that it is pursued there now", async () => {
    await next();
    const found = [];
    for await (const page of stage.hubspot.records(accountNeed).list()) found.push(...page);
    expect(found.map(({ properties }) => [properties.need_name, properties.plan_key]).toSorted()).toEqual([
      ["Met long ago", planKey],
      ["Reports in Arabic", `${stage.companyId}:2027`],
    ]);
  });

  test("started twice, also by two people at once, is one plan with one of each", async () => {
    await Promise.all([next(), next()].map((one) => one.catch(() => null)));
    await next({ expected: "closed" });
    expect((await plans()).size).toBe(2);
    expect((await objectives(`${stage.companyId}:2027`)).size).toBe(2);
  });

  test("that HubSpot cut off half-way is made whole by asking again", async () => {
    const rule = {
      objectType: "p_plan_objective",
      when: { property: "objective_status", value: "in_progress" },
      requires: "need_key",
    };
    await stage.control("PUT", "portal", { writeRules: [rule] });
    await expect(next()).rejects.toMatchObject({ code: "refused" });
    const half = await planActions.plan(stage.desk, {
      companyId: stage.companyId,
      lang: "en",
      planKey: `${stage.companyId}:2027`,
    });
    expect(half.plan).toMatchObject({ isUnfinished: true, carriedFrom: planKey });
    expect((await plans()).get("2026")?.plan_status).toBe("active");
    await stage.control("PUT", "portal", { writeRules: [] });
    const card = await next();
    expect(card.plan?.isUnfinished).toBe(false);
    expect((await objectives(`${stage.companyId}:2027`)).size).toBe(2);
  });

  test("takes only what the person chose", async () => {
    await next({ carry: { objectives: false, obstacles: true, needs: false } });
    expect([...(await objectives(`${stage.companyId}:2027`)).keys()]).toEqual(["Frigor"]);
    expect((await objectives(planKey)).get("Open")?.objective_status).toBe("in_progress");
  });

  test("prepared while this one runs takes nothing yet; closing this one then hands everything on", async () => {
    await next({ closes: false });
    expect((await objectives(`${stage.companyId}:2027`)).size).toBe(0);
    expect((await plans()).get("2026")?.plan_status).toBe("active");
    await close();
    expect([...(await objectives(`${stage.companyId}:2027`)).keys()].toSorted()).toEqual(["Frigor", "Open"]);
  });

  test("and the one after that keeps the keys short", async () => {
    await next();
    await planActions.setPlanStatus(stage.desk, {
      ...stage.intent(),
      planKey: `${stage.companyId}:2027`,
      expected: "draft",
      to: "active",
    });
    await next({ planKey: `${stage.companyId}:2027` });
    const keys = [...(await objectives(`${stage.companyId}:2028`)).values()].map((one) => one.objective_key);
    expect(keys.toSorted()).toEqual([`${stage.companyId}:2028~o1`, `${stage.companyId}:2028~o3`]);
  });
});

test("a plan of two hundred objectives and five hundred needs goes on whole", async () => {
  const { hubspot, companyId } = stage;
  const record = { company_record_id: Number(companyId) };
  const lines = Array.from({ length: 200 }, (_, at) => ({
    key: `${companyId}:many${at}`,
    properties: {
      ...record,
      objective_name: `O${at}`,
      objective_kind: "objective" as const,
      objective_status: "planned" as const,
      plan_key: planKey,
    },
  }));
  const made = await hubspot.records(planObjective).upsert(lines);
  await hubspot.associations.create(
    planObjective,
    company,
    made.written.map(({ id }) => ({ from: id, to: companyId })),
  );
  const wishes = Array.from({ length: 500 }, (_, at) => ({
    key: `${companyId}:wish${at}`,
    properties: { ...record, need_name: `N${at}`, need_status: "identified" as const },
  }));
  const needs = await hubspot.records(accountNeed).upsert(wishes);
  await hubspot.associations.create(
    accountNeed,
    company,
    needs.written.map(({ id }) => ({ from: id, to: companyId })),
  );
  const card = await next();
  expect(card.objectives.roadmap).toHaveLength(200);
  expect(card.objectives.needs).toHaveLength(500);
});
