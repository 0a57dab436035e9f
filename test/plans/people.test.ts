import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  accountPlan,
  associationLabels,
  cardRoutes,
  company,
  contact,
  decisionRoles,
  type ContactProperties,
  type DecisionRole,
  type EditPerson,
  type PersonEdit,
} from "@keyline/domain";
import { planActions, planPeopleActions } from "../../src/plans/index.ts";
import { inRounds } from "./rounds.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let planKey: string;
beforeEach(async () => {
  stage = await openStage();
  await stage.plan({ period: "2026" });
  planKey = `${stage.companyId}:2026`;
});
afterEach(() => stage.close());

const read = async () => {
  const answer = await planActions.plan(stage.desk, { companyId: stage.companyId, lang: "en" });
  return cardRoutes.plan.answer.parse(answer).people;
};

/** A contact of the company. `system`: what only HubSpot itself fills, beside what anybody may. */
async function person(
  name: string,
  properties: Partial<ContactProperties> = {},
  system: Record<string, string> = {},
  companyId = stage.companyId,
) {
  const { hubspot, control } = stage;
  const [firstname = "", lastname = ""] = name.split(" ");
  const inputs = [{ properties: { firstname, lastname, ...system } }];
  const made = (await control("POST", "records/contacts", { inputs })) as { results: { id: string }[] };
  const id = made.results[0]?.id ?? "";
  await hubspot.records(contact).update([{ id, properties }]);
  await hubspot.associations.create(contact, company, [{ from: id, to: companyId }]);
  return id;
}

const label = (id: string, role: DecisionRole, companyId = stage.companyId) =>
  stage.hubspot.associations.create(contact, company, [{ from: id, to: companyId, label: decisionRoles.labels[role] }]);

async function labelsOf(id: string, companyId = stage.companyId) {
  const found = await stage.hubspot.associations.read(contact, company, [id]);
  const labels =
    found
      .get(id)
      ?.find((one) => one.id === companyId)
      ?.types.map((type) => type.label) ?? [];
  return labels.filter((each) => each !== null && each !== "Primary").toSorted();
}

const propertiesOf = async (id: string) => (await stage.hubspot.records(contact).readOne(id))?.properties;

const nobodyYet: PersonEdit = {
  roles: [],
  criteria: null,
  strength: null,
  oursId: null,
  reportsToId: null,
  leftOn: null,
};

function edit(contactId: string, wanted: Partial<PersonEdit>, expected: Partial<PersonEdit> = {}) {
  const seen = { ...nobodyYet, ...expected };
  const asked: EditPerson = { ...stage.intent(), planKey, contactId, ...seen, ...wanted, expected: seen };
  return planPeopleActions.editPerson(stage.desk, cardRoutes.editPerson.request.parse(asked));
}

describe("who decides, as it is read", () => {
  test("nobody yet: every contact waits to be added, and the gaps are named", async () => {
    const majed = await person("Majed Alrashid", {}, { jobtitle: "Plant director" });
    expect(await read()).toEqual({
      deciders: [],
      around: [{ id: majed, companyId: null, name: "Majed Alrashid", jobTitle: "Plant director", reportsTo: null }],
      gaps: [
        { role: "economic_buyer", left: null },
        { role: "signatory", left: null },
        { role: "champion", left: null },
      ],
    });
  });

  test("the weightiest role first, with what is known of each", async () => {
    const champion = await person("Abeer Alghamdi", { am_decision_role: ["champion"] });
    const buyer = await person("Salma Haddad", {
      am_decision_role: ["signatory", "economic_buyer"],
      am_decision_criteria: "Payback under three years",
      am_relationship_strength: 3,
      am_relationship_owner: stage.people.noura,
      am_last_spoken_with: "2026-11-20",
      am_reports_to: champion,
    });
    const { deciders, gaps } = await read();
    expect(deciders.map(({ id }) => id)).toEqual([buyer, champion]);
    expect(deciders[0]).toMatchObject({
      roles: ["economic_buyer", "signatory"],
      criteria: "Payback under three years",
      strength: 3,
      ours: { id: stage.people.noura, name: "Noura" },
      lastTalked: "2026-11-20",
      silentDays: null,
      reportsTo: champion,
      leaving: null,
    });
    expect(gaps).toEqual([]);
  });

  test("a label that somebody set in HubSpot is seen", async () => {
    const id = await person("Majed Alrashid");
    await label(id, "economic_buyer");
    expect((await read()).deciders).toMatchObject([{ id, roles: ["economic_buyer"] }]);
  });

  test("a role at a sister company is none here", async () => {
    const [sister = ""] = await stage.companies(1, {});
    const id = await person("Majed Alrashid", { am_decision_role: ["economic_buyer"] });
    await stage.hubspot.associations.create(contact, company, [{ from: id, to: sister }]);
    await label(id, "economic_buyer", sister);
    expect((await read()).deciders).toEqual([]);
  });

  test("silence counts from the latest talk, ours or HubSpot's, and only past the setting", async () => {
    await person("A Noted", { am_decision_role: ["champion"], am_last_spoken_with: "2026-07-01" });
    const heard = { am_decision_role: ["influencer" as const], am_last_spoken_with: "2026-07-01" as const };
    await person("B Heard", heard, { notes_last_contacted: "2026-10-01T22:30:00Z" });
    await person("C Never", { am_decision_role: ["blocker"] });
    expect((await read()).deciders).toMatchObject([
      { name: "A Noted", lastTalked: "2026-07-01", silentDays: 144 },
      // Half past one in Riyadh: the next day there.
      { name: "B Heard", lastTalked: "2026-10-02", silentDays: null },
      { name: "C Never", lastTalked: null, silentDays: null },
    ]);
  });

  test("leaving: written down, no longer tied to the company, mail that bounces", async () => {
    await person("A Left", { am_decision_role: ["economic_buyer"], am_left_on: "2026-11-01" });
    const bouncing = { hs_email_hard_bounce_reason_enum: "UNKNOWN_USER" };
    await person("B Bounces", { am_decision_role: ["champion"] }, bouncing);
    const untied = await person("C Untied");
    await planPeopleActions.addPeople(stage.desk, {
      ...stage.intent(),
      planKey,
      people: [{ contactId: untied, roles: ["signatory"] }],
    });
    await stage.hubspot.associations.remove(contact, company, [{ from: untied, to: stage.companyId }]);
    const { deciders, gaps } = await read();
    expect(deciders.map(({ name, leaving }) => [name, leaving])).toEqual([
      ["B Bounces", "bounces"],
      ["A Left", "left"],
      ["C Untied", "untied"],
    ]);
    expect(gaps).toEqual([
      { role: "economic_buyer", left: "A Left" },
      { role: "signatory", left: "C Untied" },
    ]);
  });

  test("who leaves only later is still there", async () => {
    await person("A Leaves", { am_decision_role: ["champion"], am_left_on: "2026-12-31" });
    expect((await read()).deciders).toMatchObject([{ leaving: null, leftOn: "2026-12-31" }]);
  });
});

describe("adding", () => {
  test("several at once: the property, the labels at company and plan, and the company say the same", async () => {
    const salma = await person("Salma Haddad");
    const majed = await person("Majed Alrashid", { am_decision_role: ["champion"] });
    const asked = {
      ...stage.intent(),
      planKey,
      people: [
        { contactId: salma, roles: ["economic_buyer" as const, "signatory" as const] },
        { contactId: majed, roles: ["decision_maker" as const] },
      ],
    };
    const written = await planPeopleActions.addPeople(stage.desk, asked);
    expect(cardRoutes.addPeople.answer.parse(written).plan.people).toMatchObject({
      deciders: [
        { id: salma, roles: ["economic_buyer", "signatory"] },
        { id: majed, roles: ["decision_maker", "champion"] },
      ],
      gaps: [],
    });
    expect(await propertiesOf(salma)).toMatchObject({
      am_decision_role: ["economic_buyer", "signatory"],
      am_decides_at: `${stage.companyId} economic_buyer signatory`,
    });
    expect(await labelsOf(salma)).toEqual(["Economic buyer", "Signs the contract"]);
    expect(await labelsOf(majed)).toEqual(["Champion", "Decision maker"]);
    expect(await planLabels(salma)).toEqual(["Economic buyer", "Signs the contract"]);
    expect((await stage.hubspot.records(company).readOne(stage.companyId))?.properties).toMatchObject({
      am_economic_buyer_known: true,
      am_plan_last_touched: "2026-11-22",
    });
  });

  test("twice is once", async () => {
    const id = await person("Salma Haddad");
    const add = () =>
      planPeopleActions.addPeople(stage.desk, {
        ...stage.intent(),
        planKey,
        people: [{ contactId: id, roles: ["champion"] }],
      });
    await add();
    const before = (await stage.hubspot.records(contact).readOne(id))?.updatedAt;
    const again = await add();
    expect(again.plan.people.deciders).toHaveLength(1);
    expect((await stage.hubspot.records(contact).readOne(id))?.updatedAt).toBe(before);
  });

  test("somebody who is no contact of the company is refused, and nothing is written", async () => {
    const [other = ""] = await stage.companies(1, {});
    const here = await person("Salma Haddad");
    const stranger = await person("A Stranger", {}, {}, other);
    const people = [here, stranger].map((contactId) => ({ contactId, roles: ["champion" as const] }));
    const adding = planPeopleActions.addPeople(stage.desk, { ...stage.intent(), planKey, people });
    await expect(adding).rejects.toMatchObject({ code: "not-found" });
    expect(await propertiesOf(here)).toMatchObject({ am_decision_role: null });
  });
});

describe("editing", () => {
  test("another role: the label follows, what was left alone stays", async () => {
    const id = await person("Salma Haddad", { am_decision_role: ["champion"], am_decision_criteria: "Price" });
    await label(id, "champion");
    const { plan } = await edit(
      id,
      { roles: ["economic_buyer"], strength: 4, oursId: stage.people.tom },
      { roles: ["champion"], criteria: "Price" },
    );
    expect(plan.people.deciders).toMatchObject([
      { roles: ["economic_buyer"], criteria: "Price", strength: 4, ours: { id: stage.people.tom } },
    ]);
    expect(await labelsOf(id)).toEqual(["Economic buyer"]);
    expect(await propertiesOf(id)).toMatchObject({ am_decision_role: ["economic_buyer"] });
  });

  test("without a role they decide no longer, and the company knows no economic buyer", async () => {
    const id = await person("Salma Haddad");
    await planPeopleActions.addPeople(stage.desk, {
      ...stage.intent(),
      planKey,
      people: [{ contactId: id, roles: ["economic_buyer"] }],
    });
    const { plan } = await edit(id, { roles: [] }, { roles: ["economic_buyer"] });
    expect(plan.people).toMatchObject({ deciders: [], around: [{ id }] });
    expect(await labelsOf(id)).toEqual([]);
    expect(await planLabels(id)).toEqual([]);
    expect(await propertiesOf(id)).toMatchObject({ am_decision_role: null, am_decides_at: null });
    expect((await stage.hubspot.records(company).readOne(stage.companyId))?.properties).toMatchObject({
      am_economic_buyer_known: false,
    });
  });

  test("the part at a sister company stays as it is", async () => {
    const [sister = ""] = await stage.companies(1, {});
    const id = await person("Salma Haddad", { am_decision_role: ["economic_buyer", "champion"] });
    await stage.hubspot.associations.create(contact, company, [{ from: id, to: sister }]);
    await label(id, "economic_buyer", sister);
    await edit(id, { roles: ["influencer"] }, { roles: ["champion"] });
    expect(await propertiesOf(id)).toMatchObject({ am_decision_role: ["economic_buyer", "influencer"] });
    expect(await labelsOf(id, sister)).toEqual(["Economic buyer"]);
    expect(await labelsOf(id)).toEqual(["Influencer"]);
  });

  test("what somebody else changed meanwhile is a conflict that shows it, and nothing is written", async () => {
    const id = await person("Salma Haddad", { am_decision_role: ["champion"], am_decision_criteria: "Service" });
    const editing = edit(id, { criteria: "Payback", strength: 2 }, { roles: ["champion"], criteria: "Price" });
    await expect(editing).rejects.toMatchObject({ code: "conflict", found: { criteria: "Service" } });
    expect(await propertiesOf(id)).toMatchObject({
      am_decision_criteria: "Service",
      am_relationship_strength: null,
    });
  });

  test("two people who change different fields both have their way", async () => {
    const id = await person("Salma Haddad", { am_decision_role: ["champion"], am_decision_criteria: "Service" });
    const { plan } = await edit(id, { strength: 2 }, { roles: ["champion"], criteria: "Price" });
    expect(plan.people.deciders).toMatchObject([{ criteria: "Service", strength: 2 }]);
  });

  test("the manager is tied to the contact too, one at a time", async () => {
    const first = await person("A First");
    const second = await person("B Second");
    const id = await person("Salma Haddad", { am_decision_role: ["champion"] });
    await edit(id, { reportsToId: first }, { roles: ["champion"] });
    expect(await managersOf(id)).toEqual([first]);
    await edit(id, { reportsToId: second }, { roles: ["champion"], reportsToId: first });
    expect(await managersOf(id)).toEqual([second]);
    await edit(id, { reportsToId: null }, { roles: ["champion"], reportsToId: second });
    expect(await managersOf(id)).toEqual([]);
  });

  test("lines that would run in a circle are refused at their field", async () => {
    const boss = await person("A Boss");
    const below = await person("B Below", { am_reports_to: boss });
    await expect(edit(boss, { reportsToId: below })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "reportsToId" }],
    });
  });

  test("somebody HubSpot no longer ties to the company can be taken off, and is not tied again", async () => {
    const id = await person("Salma Haddad");
    await planPeopleActions.addPeople(stage.desk, {
      ...stage.intent(),
      planKey,
      people: [{ contactId: id, roles: ["champion"] }],
    });
    await stage.hubspot.associations.remove(contact, company, [{ from: id, to: stage.companyId }]);
    const { plan } = await edit(id, { roles: [] }, { roles: ["champion"] });
    expect(plan.people.deciders).toEqual([]);
    expect((await stage.hubspot.associations.read(contact, company, [id])).get(id)).toEqual([]);
  });

  test("a strength out of range never leaves the form", () => {
    const body = { ...stage.intent(), planKey, contactId: "1", ...nobodyYet, expected: nobodyYet };
    const checked = cardRoutes.editPerson.request.safeParse({ ...body, strength: 6 });
    expect(checked.error?.issues).toMatchObject([{ path: ["strength"], message: "out-of-range" }]);
  });
});

test("what HubSpot refuses is said, and the labels stay as they were", async () => {
  const id = await person("Salma Haddad");
  const rule = { objectType: "contacts", when: { property: "am_decision_role", value: "champion" }, requires: "phone" };
  await stage.control("PUT", "portal", { writeRules: [rule] });
  const people = [{ contactId: id, roles: ["champion" as const] }];
  const adding = planPeopleActions.addPeople(stage.desk, { ...stage.intent(), planKey, people });
  await expect(adding).rejects.toMatchObject({ code: "refused" });
  expect(await labelsOf(id)).toEqual([]);
});

test("sixty contacts open in two rounds of calls", async () => {
  for (let at = 0; at < 60; at++) {
    await person(`Person ${at}`, at % 2 === 0 ? { am_decision_role: ["influencer"] } : {});
  }
  const { hubspot, rounds } = inRounds(stage);
  const open = () => planActions.plan({ ...stage.desk, hubspot }, { companyId: stage.companyId, lang: "en" });
  // Owners are remembered from the first one on.
  await open();
  const before = rounds();
  const { people } = await open();
  expect(people.deciders).toHaveLength(30);
  expect(rounds() - before).toBe(2);
});

async function planLabels(id: string) {
  const [plan] = await stage.hubspot.records(accountPlan).read([planKey], { idProperty: "plan_key" });
  const found = await stage.hubspot.associations.read(accountPlan, contact, [plan?.id ?? ""]);
  const types = found.get(plan?.id ?? "")?.find((one) => one.id === id)?.types ?? [];
  return types.flatMap((type) => type.label ?? []).toSorted();
}

async function managersOf(id: string) {
  const reportsTo = associationLabels.find(({ name }) => name === "keyline_reports_to")?.label.en;
  const found = await stage.hubspot.associations.read(contact, contact, [id]);
  return (found.get(id) ?? [])
    .filter(({ types }) => types.some((type) => type.label === reportsTo))
    .map((one) => one.id);
}
