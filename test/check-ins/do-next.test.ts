import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { cardRoutes, company, type AccountProperties } from "@keyline/domain";
import { checkInActions } from "../../src/check-ins/index.ts";
import type { Desk } from "../../src/desk/index.ts";
import { whitespaceOf } from "../../src/kpis/index.ts";
import { planActions, planObjectiveActions, type PlanDesk } from "../../src/plans/index.ts";
import { emptyObjective } from "../plans/empty-objective.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let desk: Desk & PlanDesk;
let companyId: string;

beforeAll(async () => {
  stage = await openStage();
  const caller = { userId: "1011", userEmail: "noura@example.com", language: "en" as const };
  const portal = { portalId: "1", timeZone: "Asia/Riyadh", currency: "SAR" };
  const hubspot = stage.hubspot.as("interactive");
  desk = { ...stage.parts, ...portal, hubspot, caller, whitespaceOf: (id: string) => whitespaceOf(hubspot, id) };
  // Searches know nothing of the last minute: what the sidebar says must not hang on them.
  await stage.control("PUT", "portal", { searchLagMs: 60_000 });
}, 60_000);
afterAll(() => stage?.close());
beforeEach(async () => {
  [companyId = ""] = await stage.companies(1, { am_account_type: "key", am_rhythm: "monthly" });
});

const intent = () => ({ idempotencyKey: crypto.randomUUID(), companyId, planKey: null });
const says = (properties: Partial<AccountProperties>) =>
  stage.hubspot.records(company).update([{ id: companyId, properties }]);

/** What the sidebar says is to be done now. */
async function doNext() {
  const { doNext } = await checkInActions.summary(desk, { companyId, lang: "en" });
  return cardRoutes.summary.answer.shape.doNext.parse(doNext);
}

/** Makes a record of the company, and gives its id. */
async function make(object: string, values: Record<string, string>): Promise<string> {
  const properties = { company_record_id: companyId, ...values };
  const { written, refused } = await stage.hubspot.records(object).create([{ properties: {}, extra: properties }]);
  if (refused[0]) throw refused[0].problem;
  const id = written[0]?.id ?? "";
  await stage.hubspot.associations.create(object, company, [{ from: id, to: companyId }]);
  return id;
}

const need = (name: string, values: Record<string, string> = {}) =>
  make("p_account_need", {
    need_key: `${companyId}:${name}`,
    need_name: name,
    need_status: "confirmed",
    risk: "high",
    ...values,
  });
const objective = (name: string, values: Record<string, string> = {}) =>
  make("p_plan_objective", {
    objective_key: `${companyId}:${name}`,
    objective_name: name,
    objective_kind: "objective",
    objective_status: "in_progress",
    ...values,
  });
const plan = (period: string, values: Record<string, string> = {}) =>
  make("p_account_plan", {
    plan_key: `${companyId}:${period}`,
    plan_name: `Plan ${period}`,
    plan_status: "active",
    period,
    starts_on: `${period}-01-01`,
    ends_on: `${period}-12-31`,
    ...values,
  });

test("a high-risk need without an initiative, the first of them; served, it is named no more", async () => {
  await says({ am_high_risk_gaps: 2 });
  await need("Met", { need_status: "met" });
  await need("Served", { initiatives: "1" });
  const first = await need("Reporting in Arabic");
  await need("Small", { risk: "low" });
  await need("Same-day delivery");
  expect(await doNext()).toMatchObject({
    kind: "serve-need",
    need: { id: first, name: "Reporting in Arabic" },
    count: 2,
  });

  await planObjectiveActions.addObjective(desk, {
    ...intent(),
    ...emptyObjective,
    kind: "initiative",
    dueOn: "2027-01-31",
    onceId: crypto.randomUUID(),
    name: "Reports",
    needKey: `${companyId}:Reporting in Arabic`,
  });

  expect(await doNext()).toMatchObject({ kind: "serve-need", need: { name: "Same-day delivery" }, count: 1 });
});

describe("a late objective", () => {
  test("the longest late first, with where it stands; moved by one click, it is named no more", async () => {
    await plan("2026");
    await says({ am_plan_status: "active" });
    await objective("Late", { due_on: "2026-11-20" });
    await objective("Later", { due_on: "2026-11-10", objective_kind: "milestone", objective_status: "planned" });
    await objective("Done", { due_on: "2026-10-01", objective_status: "done" });
    await objective("In the way", { due_on: "2026-10-01", objective_kind: "obstacle" });
    await objective("In time", { due_on: "2026-11-22" });
    const key = `${companyId}:Later`;
    expect(await doNext()).toMatchObject({ kind: "late-objective", key, status: "planned", due: "2026-11-10" });

    const expected = { status: "planned", dueOn: "2026-11-10" } as const;
    await planObjectiveActions.moveObjective(desk, { ...intent(), objectiveKey: key, move: "slip", expected });

    expect(await doNext()).toMatchObject({ kind: "late-objective", key: `${companyId}:Late` });
  });

  test("of a plan that does not run is nothing to do", async () => {
    await says({ am_plan_status: "draft" });
    await objective("Late", { due_on: "2026-11-20" });
    expect(await doNext()).toEqual({ kind: "nothing" });
  });
});

describe("a plan that ends", () => {
  test("within thirty days asks for the next one, until somebody has begun it", async () => {
    const id = await plan("2026", { ends_on: "2026-12-22" });
    await says({ am_plan_status: "active", am_plan_ends: "2026-12-22" });
    expect(await doNext()).toMatchObject({ kind: "plan-ends", plan: { id }, ends: "2026-12-22" });

    const carry = { objectives: true, obstacles: true, needs: true };
    const planKey = `${companyId}:2026`;
    const next = {
      ...intent(),
      planKey,
      expected: "active",
      goalMinor: null,
      closes: false,
      note: null,
      carry,
    } as const;
    await planActions.startNextPlan(desk, next);

    expect(await doNext()).not.toMatchObject({ kind: "plan-ends" });
  });

  test("later than that does not", async () => {
    await plan("2026", { ends_on: "2026-12-23" });
    await says({ am_plan_status: "active", am_plan_ends: "2026-12-23" });
    expect(await doNext()).toEqual({ kind: "nothing" });
  });
});

test("nobody known who decides about the money; once said, nothing is left to do", async () => {
  await says({ am_economic_buyer_known: false });
  expect(await doNext()).toEqual({ kind: "find-decision-maker" });
});

test("a notice date near and undecided comes first; decided, it is named no more", async () => {
  await says({ am_notice_by: "2026-12-31", am_renewal_outlook: "open", am_high_risk_gaps: 1 });
  await need("Reporting in Arabic");
  expect(await doNext()).toEqual({ kind: "decide-renewal", noticeBy: "2026-12-31" });

  const expected = { outlook: "open" } as const;
  await planActions.editAccount(desk, { ...intent(), expected, wanted: { outlook: "renewed" } });

  expect(await doNext()).toMatchObject({ kind: "serve-need" });
});
