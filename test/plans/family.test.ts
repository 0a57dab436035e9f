import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { accountNeed, cardRoutes, company, contact, readDecidesAt } from "@keyline/domain";
import { alignRoles, planActions, planObjectiveActions, planPeopleActions } from "../../src/plans/index.ts";
import { emptyObjective } from "./empty-objective.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let head: string;
let dairy: string;
let cheese: string;
let stranger: string;

beforeAll(async () => {
  stage = await openStage();
  head = stage.companyId;
  [dairy = "", cheese = "", stranger = ""] = await stage.companies(3, {});
  const names = { [dairy]: "Najd Dairy", [cheese]: "Najd Cheese", [stranger]: "Stranger" };
  await stage.hubspot
    .records(company)
    .update(Object.entries(names).map(([id, name]) => ({ id, properties: {}, extra: { name } })));
  await stage.hubspot.associations.create("companies", "companies", [
    { from: head, to: dairy, typeId: 13 },
    { from: dairy, to: cheese, typeId: 13 },
  ]);
  await stage.plan({ period: "2026" });
}, 60_000);
afterAll(() => stage?.close());

const planKey = () => `${head}:2026`;
const manages = (isOn: boolean) =>
  stage.hubspot.records(company).update([{ id: head, properties: { am_manages_family: isOn } }]);
const read = async (companyId = head) =>
  cardRoutes.plan.answer.parse(await planActions.plan(stage.desk, { companyId, lang: "en" }));

async function person(name: string, companyId: string, role?: "economic_buyer" | "champion"): Promise<string> {
  const properties = role ? { am_decision_role: [role] } : {};
  const { written } = await stage.hubspot.records(contact).create([{ properties, extra: { firstname: name } }]);
  const id = written[0]?.id ?? "";
  await stage.hubspot.associations.create(contact, company, [{ from: id, to: companyId }]);
  return id;
}

async function need(name: string, companyId: string): Promise<string> {
  const key = `${companyId}:${name}`;
  const properties = { need_name: name, need_status: "confirmed" as const, company_record_id: Number(companyId) };
  const { written } = await stage.hubspot.records(accountNeed).upsert([{ key, properties }]);
  await stage.hubspot.associations.create(accountNeed, company, [{ from: written[0]?.id ?? "", to: companyId }]);
  return key;
}

const initiative = (needKey: string | null) =>
  ({
    ...emptyObjective,
    ...stage.intent(),
    planKey: planKey(),
    onceId: crypto.randomUUID(),
    kind: "initiative",
    name: "A second cold store",
    needKey,
    dueOn: "2026-12-20",
  }) as const;

describe("the plan of a company that manages its family", () => {
  let turki: string;
  let abeer: string;
  let cold: string;

  beforeAll(async () => {
    await person("Salma", head, "champion");
    turki = await person("Turki", dairy, "economic_buyer");
    abeer = await person("Abeer", cheese);
    await person("Nobody", stranger, "economic_buyer");
    await need("Reporting", head);
    cold = await need("Colder storage", dairy);
    await need("Elsewhere", stranger);
  });

  test("without the switch nothing rolls up", async () => {
    const { people, objectives, family } = await read();
    expect(people.deciders.map(({ name }) => name)).toEqual(["Salma"]);
    expect(people.around).toEqual([]);
    expect(objectives.needs.map(({ name }) => name)).toEqual(["Reporting"]);
    expect(family).toEqual([]);
    await expect(planObjectiveActions.addObjective(stage.desk, initiative(cold))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("with it, who decides and what they need is that of all, each with their company", async () => {
    await manages(true);
    const { people, objectives, family } = await read();
    expect(family.map(({ name }) => name)).toEqual(["Najd Cheese", "Najd Dairy"]);
    expect(people.deciders).toMatchObject([
      { name: "Turki", companyId: dairy, roles: ["economic_buyer"] },
      { name: "Salma", companyId: null, roles: ["champion"] },
    ]);
    expect(people.around).toMatchObject([{ name: "Abeer", companyId: cheese }]);
    expect(people.gaps.map(({ role }) => role)).toEqual(["signatory"]);
    expect(objectives.needs).toMatchObject([
      { name: "Colder storage", companyId: dairy },
      { name: "Reporting", companyId: null },
    ]);
  });

  test("somebody added decides at their own company, and the head's plan knows them", async () => {
    const people = [{ contactId: abeer, atCompanyId: cheese, roles: ["signatory" as const] }];
    const { plan } = await planPeopleActions.addPeople(stage.desk, { ...stage.intent(), planKey: planKey(), people });
    expect(plan.people.deciders).toContainEqual(expect.objectContaining({ name: "Abeer", companyId: cheese }));
    expect(plan.people.gaps).toEqual([]);
    const ties = await stage.hubspot.associations.read(contact, company, [abeer]);
    expect(ties.get(abeer)?.map(({ id }) => id)).toEqual([cheese]);
    expect(ties.get(abeer)?.flatMap(({ types }) => types.map(({ label }) => label))).toContain("Signs the contract");
    const [record] = await stage.hubspot.records(contact).read([abeer]);
    expect(readDecidesAt(record?.properties.am_decides_at ?? null)).toEqual(new Map([[cheese, ["signatory"]]]));
    expect(await alignRoles(stage, [head, dairy, cheese])).toMatchObject({ refused: [] });
    expect((await read(cheese)).people.deciders).toMatchObject([{ name: "Abeer", companyId: null }]);
  });

  test("what is known of them is changed there too", async () => {
    const before = (await read()).people.deciders.find(({ id }) => id === turki);
    const seen = {
      roles: before?.roles ?? [],
      criteria: null,
      strength: null,
      oursId: null,
      reportsToId: null,
      leftOn: null,
    };
    const wanted = { ...seen, roles: [...seen.roles, "signatory" as const], strength: 4 };
    const who = { contactId: turki, atCompanyId: dairy };
    const { plan } = await planPeopleActions.editPerson(stage.desk, {
      ...stage.intent(),
      planKey: planKey(),
      ...who,
      ...wanted,
      expected: seen,
    });
    expect(plan.people.deciders.find(({ id }) => id === turki)).toMatchObject({ companyId: dairy, strength: 4 });
    const ties = await stage.hubspot.associations.read(contact, company, [turki]);
    expect(ties.get(turki)?.map(({ id }) => id)).toEqual([dairy]);
    expect((await read(dairy)).people.deciders).toMatchObject([{ roles: ["economic_buyer", "signatory"] }]);
  });

  test("a company outside the family is refused, and nobody is written half", async () => {
    const another = await person("Rakan", dairy);
    const people = [
      { contactId: another, atCompanyId: dairy, roles: ["champion" as const] },
      { contactId: abeer, atCompanyId: stranger, roles: ["champion" as const] },
    ];
    const asked = { ...stage.intent(), planKey: planKey(), people };
    await expect(planPeopleActions.addPeople(stage.desk, asked)).rejects.toMatchObject({ code: "not-found" });
    expect((await read()).people.around.map(({ id }) => id)).toContain(another);
  });

  test("its initiatives serve a subsidiary's need, and may turn to another's", async () => {
    const { plan } = await planObjectiveActions.addObjective(stage.desk, initiative(cold));
    const [item] = plan.objectives.roadmap;
    expect(item).toMatchObject({ needKey: cold });
    const counted = async (key: string) =>
      (await stage.hubspot.records(accountNeed).read([key], { idProperty: accountNeed.key }))[0]?.properties
        .initiatives;
    expect(await counted(cold)).toBe(1);
    const { idempotencyKey: _, companyId: __, planKey: ___, onceId: ____, ...expected } = initiative(cold);
    await planObjectiveActions.editObjective(stage.desk, {
      ...expected,
      ...stage.intent(),
      planKey: planKey(),
      objectiveKey: item?.key ?? "",
      needKey: `${head}:Reporting`,
      expected,
    });
    expect([await counted(cold), await counted(`${head}:Reporting`)]).toEqual([0, 1]);
  });

  test("the first plan starts from the deals of all, each once", async () => {
    const [group = "", mill = ""] = await stage.companies(2, { am_manages_family: true });
    await stage.hubspot.associations.create("companies", "companies", [{ from: group, to: mill, typeId: 13 }]);
    const deal = { dealname: "Mill 2", amount: "1000", dealstage: "closedwon", closedate: "2025-06-01T10:00:00Z" };
    const { written } = await stage.hubspot.records("deals").create([{ properties: {}, extra: deal }]);
    const id = written[0]?.id ?? "";
    await stage.hubspot.associations.create("deals", company, [
      { from: id, to: group },
      { from: id, to: mill },
    ]);
    expect((await read(group)).start?.lastYearMinor).toBe(100_000);
  });

  test("the next plan takes its own needs along, and leaves those of its family where they are", async () => {
    await planActions.startNextPlan(stage.desk, {
      ...stage.intent(),
      planKey: planKey(),
      expected: "active",
      goalMinor: null,
      closes: true,
      note: null,
      carry: { objectives: true, obstacles: true, needs: true },
    });
    const keys = [cold, `${head}:Reporting`];
    const needs = await stage.hubspot.records(accountNeed).read(keys, { idProperty: accountNeed.key });
    const plans = new Map(needs.map(({ properties }) => [properties.need_key, properties.plan_key]));
    expect(plans).toEqual(
      new Map([
        [cold, null],
        [`${head}:Reporting`, `${head}:2027`],
      ]),
    );
  });
});
