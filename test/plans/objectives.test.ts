import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  accountKpi,
  accountKpiKey,
  accountNeed,
  accountPlan,
  cardRoutes,
  company,
  planObjective,
  planObjectiveKey,
  type AddObjective,
  type EditObjective,
  type MoveObjective,
  type ObjectiveMove,
  type PlanObjective,
} from "@keyline/domain";
import { planActions, planObjectiveActions } from "../../src/plans/index.ts";
import { inRounds } from "./rounds.ts";
import { emptyObjective } from "./empty-objective.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let planKey: string;
beforeEach(async () => {
  stage = await openStage();
  planKey = `${stage.companyId}:2026`;
  await stage.plan({ period: "2026" });
});
afterEach(() => stage.close());

const read = async (key?: string) => {
  const answer = await planActions.plan(stage.desk, { companyId: stage.companyId, lang: "en", planKey: key });
  return cardRoutes.plan.answer.parse(answer).objectives;
};

const fields = {
  ...emptyObjective,
  kind: "initiative",
  name: "Reports in Arabic",
  dueOn: "2026-12-20",
} as const;

/** A form that is sent for the first time. */
const once = () => ({ ...stage.intent(), onceId: crypto.randomUUID() });
const add = (changes: Partial<AddObjective> = {}) =>
  planObjectiveActions.addObjective(stage.desk, { ...once(), planKey, ...fields, ...changes });

function edit(objectiveKey: string, wanted: Partial<EditObjective>, seen: Partial<EditObjective["expected"]> = {}) {
  const expected = { ...fields, ...seen };
  const asked = { ...stage.intent(), planKey, objectiveKey, ...fields, ...seen, ...wanted, expected };
  return planObjectiveActions.editObjective(stage.desk, cardRoutes.editObjective.request.parse(asked));
}

const move = (objectiveKey: string, to: ObjectiveMove, expected: MoveObjective["expected"]) =>
  planObjectiveActions.moveObjective(stage.desk, { ...stage.intent(), planKey, objectiveKey, move: to, expected });

const stored = async (key: string) =>
  (await stage.hubspot.records(planObjective).read([key], { idProperty: "objective_key" }))[0]?.properties;
const needOf = async (key: string) =>
  (await stage.hubspot.records(accountNeed).read([key], { idProperty: "need_key" }))[0]?.properties;
const planNow = async () =>
  (await stage.hubspot.records(accountPlan).read([planKey], { idProperty: "plan_key" }))[0]?.properties;

async function kpi(metric: "satisfaction" | "upsell", period: string, actual: number | null) {
  const properties = {
    kpi_name: metric,
    company_record_id: Number(stage.companyId),
    metric,
    period,
    actual,
    is_no_data: actual === null,
  };
  const filled = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  const key = accountKpiKey(stage.companyId, metric, period);
  return (await stage.hubspot.records(accountKpi).upsert([{ key, properties: filled }])).written[0]?.id ?? "";
}

describe("the roadmap, as it is read", () => {
  test("late first, then by date; each with its need, its owner and its quarter", async () => {
    await stage.need({ need_key: `${stage.companyId}:n1`, need_name: "Reports", risk: "high" });
    const objective = (objective_name: string, values: Partial<PlanObjective>) =>
      stage.objective({ objective_name, ...values });
    await objective("Later", { due_on: "2026-12-20", need_key: `${stage.companyId}:n1`, objective_kind: "initiative" });
    await objective("Late", { due_on: "2026-11-20", hubspot_owner_id: stage.people.tom });
    await objective("Done", { due_on: "2026-10-01", objective_status: "done", done_on: "2026-10-03" });
    await objective("In the way", { objective_kind: "obstacle", likelihood: "high", impact: "low" });
    const { roadmap, obstacles, needs } = await read();
    expect(roadmap).toMatchObject([
      { name: "Late", isLate: true, quarter: "2026-Q4", owner: { id: stage.people.tom, name: "Tom" } },
      { name: "Later", isLate: false, needKey: `${stage.companyId}:n1`, kind: "initiative" },
      { name: "Done", progress: 100, isLate: false },
    ]);
    expect(obstacles).toMatchObject([{ name: "In the way", likelihood: "high", impact: "low", answer: null }]);
    expect(needs).toMatchObject([{ name: "Reports", isHighRisk: true, isOpen: true }]);
  });

  test("what belongs to another plan stays there", async () => {
    await stage.plan({ period: "2025", plan_status: "closed" });
    await stage.objective({ objective_name: "Last year's", plan_key: `${stage.companyId}:2025` });
    await stage.objective({ objective_name: "This year's" });
    expect((await read()).roadmap.map(({ name }) => name)).toEqual(["This year's"]);
    expect((await read(`${stage.companyId}:2025`)).roadmap.map(({ name }) => name)).toEqual(["Last year's"]);
  });

  test("one that somebody made in HubSpot without a plan stands on the running one while it is open", async () => {
    await stage.objective({ objective_name: "By hand", plan_key: null });
    await stage.objective({ objective_name: "Long done", plan_key: null, objective_status: "done" });
    expect((await read()).roadmap.map(({ name }) => name)).toEqual(["By hand"]);
  });

  test("a linked KPI says how far it is, from start to target", async () => {
    await kpi("satisfaction", "2026", 61);
    await stage.objective({ kpi_metric: "satisfaction", measure_start: 52, measure_target: 80, progress: 5 });
    expect((await read()).roadmap).toMatchObject([
      {
        measure: { metric: "satisfaction", unit: "percent", start: 52, now: 61, target: 80, period: "2026" },
        progress: 32,
        typedProgress: 5,
      },
    ]);
  });

  test("a KPI at a level falls back to the quarter; one that adds up does not", async () => {
    await kpi("satisfaction", "2026", null);
    await kpi("satisfaction", "2026-Q4", 70);
    await kpi("upsell", "2026-Q4", 120_000);
    await stage.objective({ objective_name: "A", kpi_metric: "satisfaction", measure_target: 80 });
    await stage.objective({ objective_name: "B", kpi_metric: "upsell", measure_target: 400_000 });
    const byName = new Map((await read()).roadmap.map((one) => [one.name, one]));
    expect(byName.get("A")?.measure).toMatchObject({ now: 70, period: "2026-Q4" });
    expect(byName.get("B")?.measure).toMatchObject({ now: null, period: null });
    expect(byName.get("B")?.progress).toBeNull();
  });
});

describe("adding", () => {
  test("sent again, with other words after a lost answer, it is the same objective", async () => {
    const asked = { ...once(), planKey, ...fields, name: "Reports" };
    await planObjectiveActions.addObjective(stage.desk, asked);
    const again = { ...asked, ...stage.intent(), name: fields.name };
    const written = await planObjectiveActions.addObjective(stage.desk, again);
    const key = planObjectiveKey(stage.companyId, asked.onceId);
    expect(cardRoutes.addObjective.answer.parse(written).plan.objectives.roadmap).toMatchObject([
      { key, name: "Reports in Arabic", kind: "initiative", status: "planned", dueOn: "2026-12-20" },
    ]);
    expect(await stored(key)).toMatchObject({ plan_key: planKey, company_record_id: Number(stage.companyId) });
  });

  test("from a need: tied both ways, and the need is being served", async () => {
    const needId = await stage.need({ need_key: `${stage.companyId}:n1`, need_status: "confirmed" });
    const { plan } = await add({ needKey: `${stage.companyId}:n1` });
    const [item] = plan.objectives.roadmap;
    expect(await needOf(`${stage.companyId}:n1`)).toMatchObject({ initiatives: 1, need_status: "served" });
    const tied = await stage.hubspot.associations.read(accountNeed, planObjective, [needId]);
    expect(tied.get(needId)?.map(({ id }) => id)).toEqual([item?.id]);
  });

  test("without a plan named it goes to the one that runs today", async () => {
    await stage.plan({ period: "2025", plan_status: "active" });
    await add({ planKey: null });
    expect((await read()).roadmap).toHaveLength(1);
  });

  test("an account without a plan keeps it all the same", async () => {
    const [other = ""] = await stage.companies(1, {});
    const { plan } = await planObjectiveActions.addObjective(stage.desk, {
      ...once(),
      companyId: other,
      ...fields,
      planKey: null,
    });
    expect(plan.plan).toBeNull();
    const tied = await stage.hubspot.associations.read(company, planObjective, [other]);
    expect(tied.get(other)).toHaveLength(1);
  });

  test("a need of another company is refused, and nothing is written", async () => {
    const adding = add({ needKey: "999:n1" });
    await expect(adding).rejects.toMatchObject({ code: "not-found" });
    expect((await read()).roadmap).toEqual([]);
  });

  test("with a KPI it is tied to its record", async () => {
    const kpiId = await kpi("satisfaction", "2026", 61);
    const { plan } = await add({ metric: "satisfaction", measureTarget: 80 });
    const id = plan.objectives.roadmap[0]?.id ?? "";
    const tied = await stage.hubspot.associations.read(planObjective, accountKpi, [id]);
    expect(tied.get(id)?.map((one) => one.id)).toEqual([kpiId]);
  });

  test("the plan and its company say that they were touched, what is open and what is late", async () => {
    await add();
    await add({ dueOn: "2026-11-01" });
    expect(await planNow()).toMatchObject({
      last_touched_on: "2026-11-22",
      open_objectives: 2,
      late_objectives: 1,
    });
    expect((await stage.hubspot.records(company).readOne(stage.companyId))?.properties).toMatchObject({
      am_plan_last_touched: "2026-11-22",
    });
  });

  test("the end before the start stays in the form", () => {
    const body = { ...once(), planKey, ...fields, startsOn: "2026-12-21" };
    expect(cardRoutes.addObjective.request.safeParse(body).error?.issues).toMatchObject([
      { path: ["dueOn"], message: "ends-before-start" },
    ]);
  });

  test("what HubSpot refuses is said, and the need counts nothing", async () => {
    await stage.need({ need_key: `${stage.companyId}:n1` });
    const rule = { objectType: "p_plan_objective", when: { property: "objective_kind", value: "initiative" } };
    await stage.control("PUT", "portal", { writeRules: [{ ...rule, requires: "description" }] });
    await expect(add({ needKey: `${stage.companyId}:n1` })).rejects.toMatchObject({ code: "refused" });
    expect(await needOf(`${stage.companyId}:n1`)).toMatchObject({ initiatives: null, need_status: "identified" });
  });
});

describe("one click", () => {
  const seen = { status: "planned", dueOn: "2026-12-20" } as const;

  test("start, done, reopen, hold", async () => {
    const { plan } = await add();
    const key = plan.objectives.roadmap[0]?.key ?? "";
    await move(key, "start", seen);
    await move(key, "done", { status: "in_progress", dueOn: "2026-12-20" });
    expect(await stored(key)).toMatchObject({ objective_status: "done", done_on: "2026-11-22" });
    await move(key, "reopen", { status: "done", dueOn: "2026-12-20" });
    expect(await stored(key)).toMatchObject({ objective_status: "in_progress", done_on: null });
    await move(key, "hold", { status: "in_progress", dueOn: "2026-12-20" });
    expect(await stored(key)).toMatchObject({ objective_status: "on_hold" });
  });

  test("a week later, once, however often the click is sent", async () => {
    const { plan } = await add();
    const key = plan.objectives.roadmap[0]?.key ?? "";
    await move(key, "slip", seen);
    await move(key, "slip", seen);
    expect(await stored(key)).toMatchObject({ due_on: "2026-12-27" });
  });

  test("what somebody else moved meanwhile is a conflict that says where it stands", async () => {
    const { plan } = await add();
    const key = plan.objectives.roadmap[0]?.key ?? "";
    await move(key, "slip", seen);
    await expect(move(key, "done", seen)).rejects.toMatchObject({
      code: "conflict",
      found: { status: "planned", dueOn: "2026-12-27" },
    });
    expect(await stored(key)).toMatchObject({ objective_status: "planned" });
  });

  test("dropped, its need is no longer served; reopened, it is again", async () => {
    await stage.need({
      need_key: `${stage.companyId}:n1`,
      need_status: "confirmed",
      last_confirmed_on: "2026-11-01",
    });
    const { plan } = await add({ needKey: `${stage.companyId}:n1` });
    const key = plan.objectives.roadmap[0]?.key ?? "";
    await move(key, "drop", seen);
    expect(await needOf(`${stage.companyId}:n1`)).toMatchObject({ initiatives: 0, need_status: "confirmed" });
    await move(key, "reopen", { status: "dropped", dueOn: "2026-12-20" });
    expect(await needOf(`${stage.companyId}:n1`)).toMatchObject({ initiatives: 1, need_status: "served" });
  });

  test("one that is gone, or another company's, is not found", async () => {
    await expect(move("999:none", "done", seen)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("editing", () => {
  test("another need: both needs count anew, and only one is tied", async () => {
    const [one, other] = [`${stage.companyId}:n1`, `${stage.companyId}:n2`];
    await stage.need({ need_key: one, need_status: "identified" });
    const otherId = await stage.need({ need_key: other, need_status: "met" });
    const { plan } = await add({ needKey: one });
    const item = plan.objectives.roadmap[0];
    await edit(item?.key ?? "", { needKey: other }, { needKey: one });
    expect(await needOf(one)).toMatchObject({ initiatives: 0, need_status: "identified" });
    expect(await needOf(other)).toMatchObject({ initiatives: 1, need_status: "met" });
    const tied = await stage.hubspot.associations.read(planObjective, accountNeed, [item?.id ?? ""]);
    expect(tied.get(item?.id ?? "")?.map(({ id }) => id)).toEqual([otherId]);
  });

  test("fields that others changed and I did not are left alone; those we both changed are a conflict", async () => {
    const { plan } = await add({ description: "First" });
    const { key = "", id = "" } = plan.objectives.roadmap[0] ?? {};
    await stage.hubspot
      .records(planObjective)
      .update([{ id, properties: { description: "Theirs", due_on: "2027-01-31" } }]);
    await edit(key, { name: "Mine" }, { description: "First" });
    expect(await stored(key)).toMatchObject({ objective_name: "Mine", description: "Theirs", due_on: "2027-01-31" });
    const clashing = edit(key, { name: "Mine", description: "Mine" }, { name: "Mine", description: "First" });
    await expect(clashing).rejects.toMatchObject({ code: "conflict", found: { description: "Theirs" } });
  });

  test("a measure that a person types moves the progress that HubSpot's reports show", async () => {
    const { plan } = await add({ measureWords: "Lines", measureStart: 0, measureNow: 1, measureTarget: 4 });
    const key = plan.objectives.roadmap[0]?.key ?? "";
    expect(await stored(key)).toMatchObject({ progress: 25 });
    const seen = { measureWords: "Lines", measureStart: 0, measureNow: 1, measureTarget: 4, progress: 25 };
    const written = await edit(key, { measureNow: 3 }, seen);
    expect(written.plan.objectives.roadmap[0]).toMatchObject({ progress: 75, measure: { now: 3 } });
    expect(await stored(key)).toMatchObject({ progress: 75 });
  });
});

describe("what stands in the way", () => {
  const threat = {
    name: "Frigor offers line 3",
    description: null,
    likelihood: "medium",
    impact: "high",
    answer: null,
    ownerId: null,
    nextStep: null,
    nextStepOn: null,
    isInternal: true,
  } as const;

  test("is written with how likely and how bad it is, and answered later", async () => {
    const asked = { ...once(), planKey, ...threat };
    const added = await planObjectiveActions.addObstacle(stage.desk, asked);
    const [obstacle] = cardRoutes.addObstacle.answer.parse(added).plan.objectives.obstacles;
    expect(obstacle).toMatchObject({ name: "Frigor offers line 3", status: "in_progress", answer: null });
    const answered = await planObjectiveActions.editObstacle(stage.desk, {
      ...stage.intent(),
      planKey,
      objectiveKey: obstacle?.key ?? "",
      ...threat,
      answer: "Show the payback of line 2",
      nextStep: "Meet the plant director",
      nextStepOn: "2026-12-01",
      expected: threat,
    });
    expect(answered.plan.objectives.obstacles).toMatchObject([
      { answer: "Show the payback of line 2", nextStep: "Meet the plant director", nextStepOn: "2026-12-01" },
    ]);
    expect(answered.plan.objectives.roadmap).toEqual([]);
  });

  test("is behind us by one click", async () => {
    const { plan } = await planObjectiveActions.addObstacle(stage.desk, { ...once(), planKey, ...threat });
    const key = plan.objectives.obstacles[0]?.key ?? "";
    const done = await move(key, "done", { status: "in_progress", dueOn: null });
    expect(done.plan.objectives.obstacles).toMatchObject([{ status: "done" }]);
    expect(await planNow()).toMatchObject({ open_objectives: 0, late_objectives: 0 });
  });

  test("somebody else's answer meanwhile is a conflict that shows it", async () => {
    const { plan } = await planObjectiveActions.addObstacle(stage.desk, { ...once(), planKey, ...threat });
    const { key = "", id = "" } = plan.objectives.obstacles[0] ?? {};
    await stage.hubspot.records(planObjective).update([{ id, properties: { answer: "Theirs" } }]);
    const asked = { ...stage.intent(), planKey, objectiveKey: key, ...threat, answer: "Mine", expected: threat };
    await expect(planObjectiveActions.editObstacle(stage.desk, asked)).rejects.toMatchObject({
      code: "conflict",
      found: { answer: "Theirs" },
    });
  });
});

test("200 objectives and 500 needs open in two rounds of calls", async () => {
  const { hubspot, companyId } = stage;
  const objectives = await hubspot.records(planObjective).upsert(
    Array.from({ length: 200 }, (_, at) => ({
      key: `${companyId}:many${at}`,
      properties: {
        objective_name: `Objective ${at}`,
        objective_kind: "initiative" as const,
        objective_status: "planned" as const,
        plan_key: planKey,
        need_key: `${companyId}:many${at}`,
        due_on: "2026-12-20" as const,
      },
    })),
  );
  const needs = await hubspot.records(accountNeed).upsert(
    Array.from({ length: 500 }, (_, at) => ({
      key: `${companyId}:many${at}`,
      properties: {
        need_name: `Need ${at}`,
        need_status: "identified" as const,
        company_record_id: Number(companyId),
      },
    })),
  );
  const tie = (from: typeof planObjective | typeof accountNeed, { written }: { written: { id: string }[] }) =>
    hubspot.associations.create(
      from,
      company,
      written.map(({ id }) => ({ from: id, to: companyId })),
    );
  await tie(planObjective, objectives);
  await tie(accountNeed, needs);
  const paced = inRounds(stage);
  const open = () => planActions.plan({ ...stage.desk, hubspot: paced.hubspot }, { companyId, lang: "en" });
  // Owners are remembered from the first one on.
  await open();
  const before = paced.rounds();
  const answer = await open();
  expect(answer.objectives.roadmap).toHaveLength(200);
  expect(answer.objectives.needs).toHaveLength(500);
  expect(paced.rounds() - before).toBe(2);
  // HubSpot hands a card at most one megabyte.
  expect(JSON.stringify(answer).length).toBeLessThan(500_000);
});
