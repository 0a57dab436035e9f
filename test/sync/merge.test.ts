import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import {
  accountKpi,
  accountNeed,
  accountPlan,
  accountSignal,
  checkIn,
  company,
  planObjective,
  type DeclaredObject,
} from "@keyline/domain";
import { recalculate } from "../../src/kpis/index.ts";
import { foldMerged } from "../../src/sync/merge/fold-merged.ts";
import type { PortalParts } from "../../src/sync/settle.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";

const managed = { am_account_type: "key", am_rhythm: "monthly", am_rhythm_rule: "first sunday" } as const;

let stage: Stage;
let parts: PortalParts;
let one: string;
let other: string;

beforeAll(async () => {
  stage = await openStage();
  const store = { list: async () => [], delete: async () => false };
  parts = { ...stage.parts, portalId: "48000001", store };
}, 60_000);
afterAll(() => stage?.close());
beforeEach(async () => {
  [one = "", other = ""] = await stage.companies(2, managed);
});

async function make(object: DeclaredObject, companyId: string, key: string, properties: object): Promise<string> {
  const values = { ...properties, company_record_id: Number(companyId) };
  const { written, refused } = await stage.hubspot.records(object).upsert([{ key, properties: values }]);
  if (refused[0]) throw refused[0].problem;
  const id = written[0]?.id ?? "";
  await stage.hubspot.associations.create(object, "companies", [{ from: id, to: companyId }]);
  return id;
}
const own = (object: object) => object as DeclaredObject;
const plan = (companyId: string, status: string, more: object = {}) =>
  make(own(accountPlan), companyId, `${companyId}:2026`, {
    plan_name: `Plan of ${companyId}`,
    plan_status: status,
    period: "2026",
    ...more,
  });
const objective = (companyId: string, planKey: string, status: string, n: number) =>
  make(own(planObjective), companyId, `${companyId}:o${n}`, {
    objective_name: "Grow",
    objective_kind: "initiative",
    objective_status: status,
    plan_key: planKey,
  });
const need = (companyId: string, more: object = {}) =>
  make(own(accountNeed), companyId, `${companyId}:n`, { need_name: "Speed", need_status: "confirmed", ...more });
const propertiesOf = async (object: DeclaredObject, id: string) =>
  (await stage.hubspot.records(object).readOne(id))?.properties ?? {};

async function merge(primaryObjectId: string, objectIdToMerge: string): Promise<string> {
  const path = "/crm/objects/2026-09/companies/merge";
  const body = { primaryObjectId, objectIdToMerge };
  return (await stage.hubspot.request<{ id: string }>({ method: "POST", path, body })).id;
}

describe("companies that became one", () => {
  test("have their needs, signals, objectives, plans and check-ins under the one that is left", async () => {
    await stage.plan();
    const records: [DeclaredObject, string][] = [
      [own(accountNeed), await need(one)],
      [own(accountNeed), await need(other)],
      [
        own(accountSignal),
        await make(own(accountSignal), other, `${other}:s`, {
          signal_name: "Praise",
          signal_kind: "testimonial",
          happened_on: "2026-11-20",
        }),
      ],
      [own(planObjective), await objective(other, `${other}:2026`, "planned", 1)],
      [own(accountPlan), await plan(other, "active")],
      [
        own(checkIn),
        await make(own(checkIn), other, `${other}:2026-10-04`, {
          check_in_name: "October",
          slot_date: "2026-10-04",
          planned_date: "2026-10-04",
          due_date: "2026-10-04",
          state: "held",
          held_on: "2026-10-04",
        }),
      ],
    ];
    const left = await merge(one, other);
    expect((await foldMerged(parts, [left])).refused).toEqual([]);
    for (const [object, id] of records) {
      expect([object.name, (await propertiesOf(object, id))["company_record_id"]]).toEqual([object.name, Number(left)]);
    }
    expect(await foldMerged(parts, [left])).toMatchObject({ written: 0, refused: [] });
  });

  test("have one rhythm: of two check-ins of a slot one stays open", async () => {
    await stage.plan();
    const left = await merge(one, other);
    await foldMerged(parts, [left]);
    await stage.planFew([left]);
    const open = (await stage.checkIns()).filter(
      (found) => found["company_record_id"] === left && found["state"] === "planned",
    );
    expect(open).toHaveLength(1);
  });

  test("have their numbers counted together, also of past periods, under one key each", async () => {
    const { typeId, category } = await stage.hubspot.associations.type("deals", "companies");
    const deal = (companyId: string, amount: string, closedate: string) => ({
      properties: {},
      extra: { dealname: "Deal", dealstage: "closedwon", dealtype: "newbusiness", amount, closedate },
      associations: [{ to: companyId, typeId, category }],
    });
    await stage.hubspot
      .records("deals")
      .create([
        deal(one, "100", "2026-11-20"),
        deal(other, "50", "2026-11-21"),
        deal(one, "7", "2025-03-01"),
        deal(other, "5", "2025-03-02"),
      ]);
    for (const period of ["2026", "2025-Q1"]) await recalculate(parts, { period, companyIds: [one, other] });
    const left = await merge(one, other);
    await foldMerged(parts, [left]);
    const keys = [`${left}:new_sales:2026`, `${left}:new_sales:2025-Q1`];
    const kpis = await stage.hubspot.records(accountKpi).read(keys, { idProperty: "kpi_key" });
    expect(kpis.map(({ properties }) => properties.actual).sort()).toEqual([12, 150]);
    const old = [`${one}:new_sales:2026`, `${other}:new_sales:2025-Q1`];
    expect(await stage.hubspot.records(accountKpi).read(old, { idProperty: "kpi_key" })).toEqual([]);
  });

  test("go on with one plan for a period; the other is closed and can be read as it stood", async () => {
    const [draft, active] = [await plan(one, "draft", { last_touched_on: "2026-11-22" }), await plan(other, "active")];
    const moving = await objective(one, `${one}:2026`, "in_progress", 1);
    const done = await objective(one, `${one}:2026`, "done", 2);
    for (const id of [moving, done]) {
      await stage.hubspot.associations.create(planObjective, accountPlan, [{ from: id, to: draft }]);
    }
    const voiced = await need(one, { plan_key: `${one}:2026` });
    const left = await merge(one, other);
    await foldMerged(parts, [left]);

    expect(await propertiesOf(own(accountPlan), active)).toMatchObject({ plan_status: "active", open_objectives: 1 });
    const closed = await propertiesOf(own(accountPlan), draft);
    expect(closed).toMatchObject({ plan_status: "closed", closed_on: "2026-11-22", plan_key: `${one}:2026` });
    expect(closed["closing_note"]).toContain(`${other}:2026`);
    expect(await propertiesOf(own(planObjective), moving)).toMatchObject({ plan_key: `${other}:2026` });
    expect(await propertiesOf(own(planObjective), done)).toMatchObject({ plan_key: `${one}:2026` });
    expect(await propertiesOf(own(accountNeed), voiced)).toMatchObject({ plan_key: `${other}:2026` });
    const tied = await stage.hubspot.associations.read(planObjective, accountPlan, [moving, done]);
    expect([moving, done].map((id) => tied.get(id)?.map((plans) => plans.id))).toEqual([[active], [draft]]);
    expect(await foldMerged(parts, [left])).toMatchObject({ written: 0 });
  });

  test("that nobody manages keep what they have, and get no numbers", async () => {
    const ids = await stage.companies(2, {});
    const [first = "", second = ""] = ids;
    const left = await merge(first, second);
    expect(await foldMerged(parts, [left])).toMatchObject({ companies: 1, written: 0 });
    expect(await stage.hubspot.records(accountKpi).read([`${left}:nps:2026`], { idProperty: "kpi_key" })).toEqual([]);
  });

  test("merged again, still become one", async () => {
    const [third = ""] = await stage.companies(1, managed);
    const id = await need(other);
    const last = await merge(await merge(one, other), third);
    await foldMerged(parts, [last]);
    expect(await propertiesOf(own(accountNeed), id)).toMatchObject({ company_record_id: Number(last) });
  });

  test("are left alone where nothing was merged", async () => {
    await need(one);
    await stage.hubspot.records(company).update([{ id: one, properties: { am_tier: "a" } }]);
    await stage.calls();
    expect(await foldMerged(parts, [one, other])).toEqual({ companies: 0, written: 0, refused: [] });
    expect(Object.keys(await stage.calls()).filter((name) => /update|archive/.test(name))).toEqual([]);
  });
});
