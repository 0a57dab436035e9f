import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { accountNeed, company, contact, needGaps, type NeedRow } from "@keyline/domain";
import { recalculateFew } from "../../src/kpis/index.ts";
import { needActions } from "../../src/needs/index.ts";
import { planObjectiveActions, type PlanDesk } from "../../src/plans/index.ts";
import { emptyObjective } from "../plans/empty-objective.ts";
import { intent, openDesk, type NeedDesk } from "./open-desk.ts";

let given: NeedDesk;
let head: string;
let dairy: string;
let deep: string;
let stranger: string;

beforeAll(async () => {
  given = await openDesk();
  head = given.companyId;
  const { stage } = given;
  [dairy = "", deep = "", stranger = ""] = await stage.companies(3, {});
  const named = [dairy, deep, stranger].map((id, at) => ({
    id,
    properties: {},
    extra: { name: ["Najd Dairy", "Najd Cheese", "Stranger"][at] ?? "" },
  }));
  await stage.hubspot.records(company).update(named);
  await stage.hubspot.associations.create("companies", "companies", [
    { from: head, to: dairy, typeId: 13 },
    { from: dairy, to: deep, typeId: 13 },
    // A circle: the head stands below its own grandchild.
    { from: deep, to: head, typeId: 13 },
  ]);
}, 60_000);
afterAll(() => given?.close());

const manages = (isOn: boolean) =>
  given.stage.hubspot.records(company).update([{ id: head, properties: { am_manages_family: isOn } }]);

/** As a card of that company reads it. */
const readAt = (companyId: string) => needActions.needs(given.desk, { companyId, lang: "en" });

/** Needs as its own company's card writes them down. */
async function needOf(companyId: string, name: string): Promise<NeedRow> {
  const asked = { ...form, ...intent(), companyId, onceId: crypto.randomUUID(), name };
  return (await needActions.addNeed(given.desk, asked)).need;
}

const form = {
  kind: null,
  priority: "high",
  risk: "high",
  source: null,
  what: null,
  why: null,
  evidence: null,
  voicedById: null,
  voicedOn: null,
} as const;

const inHubSpot = async (key: string) => {
  const [found] = await given.stage.hubspot.records(accountNeed).read([key], { idProperty: accountNeed.key });
  return found?.properties;
};

describe("the needs of a family on the head's card", () => {
  let own: NeedRow;
  let cold: NeedRow;
  let cheese: NeedRow;

  beforeAll(async () => {
    own = await needOf(head, "Reporting in Arabic");
    cold = await needOf(dairy, "Colder storage");
    cheese = await needOf(deep, "Longer shelf life");
    await needOf(stranger, "Nobody's business");
  });

  test("without the switch nothing rolls up", async () => {
    const { needs, family } = await readAt(head);
    expect([needs.map(({ name }) => name), family]).toEqual([["Reporting in Arabic"], []]);
    const asked = { ...intent(), companyId: head, needKey: cold.key, expected: "identified" } as const;
    await expect(needActions.confirmNeed(given.desk, asked)).rejects.toMatchObject({ code: "not-found" });
  });

  test("with it, every need once, each with its company, down the tree and not round the circle", async () => {
    await manages(true);
    const { needs, family } = await readAt(head);
    expect(family.map(({ name }) => name)).toEqual(["Najd Cheese", "Najd Dairy"]);
    expect(new Map(needs.map(({ key, companyId }) => [key, companyId]))).toEqual(
      new Map([
        [own.key, null],
        [cold.key, dairy],
        [cheese.key, deep],
      ]),
    );
  });

  test("once the numbers have walked the family, the head says who it is, and the members under whom", async () => {
    await recalculateFew({ ...given.desk }, [head]);
    const properties = ["am_family_ids", "am_managed_under_id"] as const;
    const read = await given.stage.hubspot.records(company).read([head, dairy], { properties });
    const says = new Map(read.map((one) => [one.id, one.properties]));
    expect(says.get(head)?.am_family_ids).toBe(`${dairy};${deep}`);
    expect(says.get(dairy)?.am_managed_under_id).toBe(head);
    expect((await readAt(head)).needs).toHaveLength(3);
    expect((await readAt(dairy)).managedUnder).toMatchObject({ id: head });
  });

  test("a deal and a person that hang on several of them are there once", async () => {
    const { hubspot } = given.stage;
    const person = await given.person("Salma", ["economic_buyer"]);
    const deal = await given.deal("Line 4");
    await hubspot.associations.create(contact, company, [{ from: person, to: dairy }]);
    await hubspot.associations.create("deals", company, [{ from: deal, to: dairy }]);
    const { people, deals } = await readAt(head);
    expect(people).toMatchObject([{ id: person, companyId: null }]);
    expect(deals).toMatchObject([{ id: deal, companyId: null }]);
  });

  test("the gaps cover them all", async () => {
    const gaps = needGaps(await readAt(head));
    expect(gaps.unserved.map(({ name }) => name).toSorted()).toEqual([
      "Colder storage",
      "Longer shelf life",
      "Reporting in Arabic",
    ]);
  });

  test("acting on one acts on its own company's record", async () => {
    const asked = { ...intent(), companyId: head, needKey: cheese.key, expected: "identified" } as const;
    const { need } = await needActions.confirmNeed(given.desk, asked);
    expect(need).toMatchObject({ key: cheese.key, status: "confirmed", companyId: deep });
    expect(await inHubSpot(cheese.key)).toMatchObject({ need_status: "confirmed", company_record_id: Number(deep) });
    expect((await readAt(deep)).needs).toMatchObject([{ status: "confirmed", companyId: null }]);
    const detail = await needActions.need(given.desk, { companyId: head, needKey: cheese.key, lang: "en" });
    expect(detail.need).toMatchObject({ companyId: deep });
  });

  test("a deal opened from one is its own company's", async () => {
    const asked = { name: "Storage", amountMinor: null, closesOn: null, pipelineId: null };
    const { deal } = await needActions.openDeal(given.desk, {
      ...intent(),
      companyId: head,
      needKey: cold.key,
      ...asked,
    });
    const ties = await given.stage.hubspot.associations.read("deals", company, [deal?.id ?? ""]);
    expect(ties.get(deal?.id ?? "")?.map(({ id }) => id)).toEqual([dairy]);
  });

  test("one is written down for a member, and for nobody else", async () => {
    const asked = { ...form, ...intent(), companyId: head, onceId: crypto.randomUUID(), name: "Fewer stops" };
    const { need } = await needActions.addNeed(given.desk, { ...asked, forCompanyId: dairy });
    expect(await inHubSpot(need.key)).toMatchObject({ company_record_id: Number(dairy) });
    await expect(needActions.addNeed(given.desk, { ...asked, forCompanyId: stranger })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("an initiative of the head serves one, and its own company sees it", async () => {
    const desk: PlanDesk = { ...given.desk, whitespaceOf: async () => Promise.reject(new Error("Nobody asks.")) };
    const initiative = {
      ...emptyObjective,
      ...intent(),
      companyId: head,
      planKey: null,
      onceId: crypto.randomUUID(),
      kind: "initiative",
      name: "A second cold store",
      needKey: cold.key,
      dueOn: "2027-01-31",
    } as const;
    await planObjectiveActions.addObjective(desk, initiative);
    expect(await inHubSpot(cold.key)).toMatchObject({ initiatives: 1, need_status: "served" });
    for (const companyId of [head, dairy]) {
      expect((await readAt(companyId)).initiatives).toMatchObject([{ name: "A second cold store", needKey: cold.key }]);
    }
    expect(needGaps(await readAt(head)).unserved).not.toContainEqual(expect.objectContaining({ key: cold.key }));
  });

  test("who left the family is not on the card any more, also with what was remembered", async () => {
    await given.stage.hubspot.records(company).update([{ id: head, properties: { am_family_ids: dairy } }]);
    expect((await readAt(head)).needs.map(({ companyId }) => companyId)).not.toContain(deep);
    await manages(false);
    expect((await readAt(head)).needs.map(({ name }) => name)).toEqual(["Reporting in Arabic"]);
  });
});
