import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  accountPlan,
  cardRoutes,
  company,
  planObjective,
  planTemplates,
  type AccountType,
  type CreatePlan,
  type PlanAnswer,
  type PlanCreated,
} from "@keyline/domain";
import { openFromTemplate, planActions, readAccount, type PlanDesk } from "../../src/plans/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(() => stage.close());

const create = async (changes: Partial<CreatePlan> = {}, desk: PlanDesk = stage.desk): Promise<PlanCreated> => {
  const asked = { type: "key" as const, period: "2026", goalMinor: 180_000_000, ownerId: stage.people.tom };
  const rest = { snapshot: "Four lines in Riyadh.", startsManaging: false };
  const answer = await planActions.createPlan(desk, { ...stage.intent(), ...asked, ...rest, ...changes });
  return cardRoutes.createPlan.answer.parse(answer);
};
const count = async (object: typeof accountPlan | typeof planObjective) => {
  let found = 0;
  // The portal's framework is a plan of no company.
  for await (const page of stage.hubspot.records(object as typeof accountPlan).list()) {
    found += page.filter(({ properties }) => properties.company_record_id !== null).length;
  }
  return found;
};
const companyNow = async () => (await stage.hubspot.records(company).readOne(stage.companyId))?.properties;

test("an account without a plan is offered four templates, with what HubSpot knows filled in", async () => {
  await stage.hubspot.records("companies").update([
    {
      id: stage.companyId,
      properties: {},
      extra: { industry: "FOOD_PRODUCTION", numberofemployees: "2400", city: "Riyadh", country: "Saudi Arabia" },
    },
  ]);
  await stage.deal({ dealname: "Line 4", amount: "90000", dealstage: "closedwon", closedate: "2025-11-05T09:00:00Z" });
  await stage.deal({ dealname: "Line 5", amount: "240000", dealstage: "contractsent" });
  const { start } = await planActions.plan(stage.desk, { companyId: stage.companyId, lang: "en" });
  expect(start).toMatchObject({
    snapshot:
      "Food production, 2,400 people, Riyadh, Saudi Arabia. 1 deal won, worth SAR 90K, the last one “Line 4” on " +
      "5 November 2025. 1 deal open, worth SAR 240K.",
    lastYearMinor: 9_000_000,
    ownerId: stage.people.noura,
    isManaged: true,
    offers: [
      { type: "sales", proposed: "2026-Q4", objectives: 2, milestones: 1, reviews: "quarterly", checkIns: "quarterly" },
      { type: "key", proposed: "2026", objectives: 6, milestones: 3, reviews: "quarterly", checkIns: "monthly" },
      { type: "territory", proposed: "2026" },
      { type: "strategic", proposed: "2026", objectives: 9, milestones: 6 },
    ],
  });
  const inArabic = await planActions.plan(stage.deskIn("ar"), { companyId: stage.companyId, lang: "ar" });
  expect(inArabic.start?.snapshot).toContain("إنتاج الأغذية، ٢٬٤٠٠ موظف");
  expect(inArabic.start?.snapshot).toContain("صفقة رابحة واحدة");
  expect(inArabic.start?.snapshot).toMatch(/٢٤٠ ألف ر\.س\.[\u200e\u200f\u061c]*$/);
});

test("a plan brings its template in the language of who creates it, and the company says so", async () => {
  const { outcome, plan: card } = await create({}, stage.deskIn("ar"));
  expect(outcome).toBe("saved");
  expect(card).toMatchObject({
    start: null,
    plan: {
      key: `${stage.companyId}:2026`,
      status: "draft",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
      owner: { id: stage.people.tom, name: "Tom" },
      isUnfinished: false,
      revenue: { goalMinor: 180_000_000 },
    },
  });
  expect(linesOf(card).map(({ name }) => name)).toContain("زيادة مشترياتهم منا");
  const due = card.objectives.roadmap.map((one) => one.dueOn ?? "");
  expect(due.every((day) => day >= "2026-11-22" && day <= "2026-12-31")).toBe(true);
  expect(await companyNow()).toMatchObject({
    am_plan_status: "draft",
    am_plan_ends: "2026-12-31",
    am_plan_last_touched: "2026-11-22",
  });
  const [stored] = await stage.hubspot.records(accountPlan).read([card.plan?.id ?? ""]);
  expect(stored?.properties).toMatchObject({
    snapshot: "Four lines in Riyadh.",
    review_rhythm: "quarterly",
    next_review_on: "2026-12-31",
    open_objectives: 9,
  });
});

test("the contract of the account gives the plan a milestone for its renewal", async () => {
  const dates = { am_notice_by: "2026-12-10", am_contract_end: "2027-03-31" } as const;
  await stage.hubspot.records(company).update([{ id: stage.companyId, properties: dates }]);
  const { plan: card } = await create();
  expect(linesOf(card)).toContainEqual(
    expect.objectContaining({ name: "Renewal decided", kind: "milestone", dueOn: "2026-12-10" }),
  );
});

describe("one plan for one company and period", () => {
  const all = planTemplates.key.lines.length - 1;

  test("whoever presses the button: two at once get one plan with one set of objectives", async () => {
    const both = await Promise.all([create(), create({ ownerId: stage.people.noura })]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["saved", "saved"]);
    expect(new Set(both.map(({ plan: card }) => card.plan?.id)).size).toBe(1);
    expect([await count(accountPlan), await count(planObjective)]).toEqual([1, all]);
  });

  test("also when they chose different templates: the first stands, the other is told", async () => {
    const types: AccountType[] = ["key", "strategic"];
    const both = await Promise.all(types.map((type) => create({ type })));
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["already-there", "saved"]);
    const chosen = types[both.findIndex(({ outcome }) => outcome === "saved")] ?? "key";
    expect(both.map(({ plan: card }) => card.plan?.type)).toEqual([chosen, chosen]);
    expect(await count(accountPlan)).toBe(1);
    expect(await count(planObjective)).toBe(planTemplates[chosen].lines.length - 1);
  });

  test("also when the answer was lost on the way", async () => {
    await stage.control("PUT", "faults", { seed: 7, lostReplies: 0.4 });
    for (let tries = 0; tries < 30; tries++) if (await create().catch(() => null)) break;
    await stage.control("PUT", "faults", { lostReplies: 0 });
    const { plan: card } = await create();
    expect(card.plan?.isUnfinished).toBe(false);
    expect([await count(accountPlan), await count(planObjective)]).toEqual([1, all]);
    expect(linesOf(card)).toHaveLength(all);
  });

  test("a plan cut off after its record says so, and creating again fills in what lacks, and nothing else", async () => {
    const rules = [
      { objectType: "p_plan_objective", when: { property: "objective_status", value: "planned" }, requires: "measure" },
    ];
    await stage.control("PUT", "portal", { writeRules: rules });
    await expect(create()).rejects.toMatchObject({ code: "refused" });
    const half = await planActions.plan(stage.desk, { companyId: stage.companyId, lang: "en" });
    expect(half.plan?.isUnfinished).toBe(true);
    const [first] = linesOf(half);
    await stage.control("PUT", "portal", { writeRules: [] });
    if (first) {
      const renamed = { id: first.id, properties: { objective_name: "My own words" } };
      await stage.hubspot.records(planObjective).update([renamed]);
    }
    const { plan: card } = await create();
    expect(card.plan?.isUnfinished).toBe(false);
    expect(linesOf(card)).toHaveLength(all);
  });

  test("a company that swallowed another keeps the other's plan for that period", async () => {
    await stage.plan({ period: "2026", plan_key: "1:2026", account_type: "key", open_objectives: 3 });
    const { plan: card } = await create();
    expect(card.periods).toHaveLength(1);
  });
});

test("creating gives an account the type and rhythm that it lacks, if the person wants it", async () => {
  const [other = ""] = await stage.companies(1, {});
  const asked = { ...stage.intent(), companyId: other };
  await create({ ...asked, startsManaging: false });
  const before = (await stage.hubspot.records(company).readOne(other))?.properties;
  expect(before).toMatchObject({ am_account_type: null, am_rhythm: null });
  await create({ ...asked, idempotencyKey: crypto.randomUUID(), startsManaging: true });
  expect((await stage.hubspot.records(company).readOne(other))?.properties).toMatchObject({
    am_account_type: "key",
    am_rhythm: "monthly",
    am_rhythm_anchor: "2026-11-22",
    am_lead_manager: stage.people.tom,
  });
});

/** All that the plan was made with: its roadmap and what stands in the way. */
function linesOf({ objectives }: PlanAnswer) {
  return [...objectives.roadmap, ...objectives.obstacles];
}

describe("opened by a workflow, without anybody in front of the card", () => {
  const open = async () => {
    const wanted = { type: "key", on: "2026-11-22", idempotencyKey: crypto.randomUUID() } as const;
    return openFromTemplate(stage.desk, await readAccount(stage.desk, stage.companyId), wanted);
  };

  test("the first plan has the period, goal, owner and snapshot that the card would offer", async () => {
    await stage.hubspot.records(company).update([{ id: stage.companyId, properties: { am_revenue_goal: 500 } }]);
    await stage.deal({
      dealname: "Line 4",
      amount: "90000",
      dealstage: "closedwon",
      closedate: "2025-11-05T09:00:00Z",
    });
    const { start } = await planActions.plan(stage.desk, { companyId: stage.companyId, lang: "en" });
    const offer = start?.offers.find(({ type }) => type === "key");
    const planKey = `${stage.companyId}:2026`;
    expect(await open()).toEqual({ planKey, period: "2026", isNew: true });
    const [plan] = await stage.hubspot.records(accountPlan).read([planKey], { idProperty: accountPlan.key });
    expect(plan?.properties).toMatchObject({
      snapshot: start?.snapshot,
      revenue_goal: 500,
      hubspot_owner_id: stage.people.noura,
      open_objectives: (offer?.objectives ?? 0) + (offer?.milestones ?? 0),
    });
  });

  test("a plan that stands is left as it is, and neither its roadmap nor its people are read for that", async () => {
    await create({ goalMinor: 100 });
    const before = stage.hubspot.calls();
    expect(await open()).toMatchObject({ planKey: `${stage.companyId}:2026`, isNew: false });
    // The account with its five kinds of ties, and the plan by its key and by its tie.
    expect(stage.hubspot.calls() - before).toBe(6 + 2);
  });
});
