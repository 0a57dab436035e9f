import { describe, expect, test } from "@jest/globals";
import { Form, MultiSelect, Select, Table } from "@hubspot/ui-extensions";
import { fire, plain, textIn } from "../stage.tsx";
import { guide, lina, majed, openTab, planCard, salma } from "./plan-card.ts";

const family = [
  { id: "103", name: "Najd Cheese" },
  { id: "102", name: "Najd Dairy" },
];
const turki = { ...majed, id: "41", companyId: "102", name: "Turki Alsubaie", reportsTo: "31" };
const abeer = { ...lina, id: "42", companyId: "103", name: "Abeer Alghamdi", jobTitle: null };
const cold = { id: "701", companyId: "102", key: "102:cold", name: "Colder storage", isHighRisk: true, isOpen: true };
const reporting = {
  id: "601",
  companyId: null,
  key: "101:reporting",
  name: "Reporting in Arabic",
  isHighRisk: true,
  isOpen: true,
};
const head = planCard({
  family,
  people: { deciders: [salma, turki], around: [lina, abeer] },
  objectives: { roadmap: [{ ...guide, needKey: cold.key }], needs: [cold, reporting] },
});

describe("who decides in a family", () => {
  test.each([
    ["en", "Covers Najd Cheese and Najd Dairy"],
    ["ar-sa", "تشمل Najd Cheese وNajd Dairy"],
  ])("in %s: everybody, with the company they decide at", async (locale, covers) => {
    const shown = await openTab("people", head, undefined, locale);
    expect(shown.texts()).toContain(covers);
    const table = textIn(shown.find(Table));
    expect(table).toMatch(/Turki Alsubaie\s+Plant director\s+Najd Dairy/);
    expect(table).not.toMatch(/Salma Haddad\s+CFO\s+Najd/);
    const lines = shown.texts().join("\n");
    expect(lines).toMatch(/Plant director [·–] Najd Dairy/);
  });

  test("a subsidiary's contact is added at their own company", async () => {
    const shown = await openTab("people", head);
    const panel = await shown.open("Add people");
    const contacts = () => panel().find(MultiSelect, { name: "contacts" });
    expect(contacts().props.options.map(({ label }) => plain(label))).toEqual([
      "Lina Bakhsh (Procurement)",
      "Abeer Alghamdi · Najd Cheese",
    ]);
    fire(contacts(), "onChange", ["33", "42"]);
    await shown.until(() => expect(panel().maybeFind(MultiSelect, { name: "roles-42" })).not.toBeNull());
    fire(panel().find(MultiSelect, { name: "roles-33" }), "onChange", ["influencer"]);
    fire(panel().find(MultiSelect, { name: "roles-42" }), "onChange", ["signatory"]);
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({ companyId: "101", planKey: "101:2026" });
    expect(shown.writes()[0]?.body["people"]).toEqual([
      { contactId: "33", roles: ["influencer"] },
      { contactId: "42", atCompanyId: "103", roles: ["signatory"] },
    ]);
  });

  test("what is known of them is changed at their own company", async () => {
    const shown = await openTab("people", head);
    const panel = await shown.open("Turki Alsubaie");
    fire(panel().find(Select, { name: "strength" }), "onChange", 2);
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({ contactId: "41", atCompanyId: "102", strength: 2 });
  });

  test("one of its own is changed at the account itself", async () => {
    const shown = await openTab("people", head);
    const panel = await shown.open("Salma Haddad");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).not.toHaveProperty("atCompanyId");
  });
});

describe("the roadmap of a family", () => {
  test.each([
    ["en", "serves “Colder storage · Najd Dairy”", "Colder storage (high risk) · Najd Dairy"],
    ["ar-sa", "لأجل «Colder storage – Najd Dairy»", "Colder storage (عالي الخطورة) – Najd Dairy"],
  ])("in %s: says whose need a line serves, and offers those of all", async (locale, serves, choice) => {
    const shown = await openTab("growth", head, undefined, locale);
    expect(textIn(shown.find(Table))).toContain(serves);
    const panel = await shown.open("Integration guide");
    const options = panel().find(Select, { name: "need" }).props.options;
    expect(options.map(({ label }) => plain(label))).toContain(choice);
  });
});

test.each([
  ["en", "Managed under Najd Group: its plan covers this company."],
  ["ar-sa", "تُدار ضمن Najd Group: خطتها تشمل هذه الشركة."],
])("in %s: a subsidiary's plan says under whom it is managed", async (locale, words) => {
  const shown = await openTab(
    "growth",
    planCard({ managedUnder: { id: "100", name: "Najd Group" } }),
    undefined,
    locale,
  );
  expect(shown.texts()).toContain(words);
});
