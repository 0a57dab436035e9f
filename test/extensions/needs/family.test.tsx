import { describe, expect, test } from "@jest/globals";
import { Button, Form, Input, Select, Table } from "@hubspot/ui-extensions";
import { fire, plain, textIn } from "../stage.tsx";
import { energy, line4, needs, proof, reporting, written } from "./answers.ts";
import { openNeed, openNeeds, panelOf, press } from "./open-card.ts";

const family = [
  { id: "103", name: "Najd Cheese" },
  { id: "102", name: "Najd Dairy" },
];
const cold = { ...reporting, id: "701", key: "102:cold", companyId: "102", name: "Colder storage", voicedBy: ["34"] };
const shelf = { ...proof, id: "702", key: "103:shelf", companyId: "103", name: "Longer shelf life", dealId: null };
const head = needs({
  family,
  needs: [reporting, cold, shelf, energy],
  people: [
    { id: "31", companyId: null, name: "S. Haddad", title: "CFO", decides: [], hasLeft: false },
    { id: "34", companyId: "102", name: "M. Otaibi", title: null, decides: [], hasLeft: false },
    { id: "35", companyId: "102", name: "H. Zahrani", title: null, decides: ["economic_buyer"], hasLeft: false },
  ],
  deals: [line4, { ...line4, id: "43", companyId: "102", name: "Cold store" }],
});

describe("a company that manages its family", () => {
  test.each([
    ["en", "Covers Najd Cheese and Najd Dairy", "3 open needs · 2 high-risk · 2 without an initiative"],
    ["ar-sa", "تشمل Najd Cheese وNajd Dairy", "٣ احتياجات مفتوحة"],
  ])("in %s: lists the needs of all, each with its company", async (locale, covers, counts) => {
    const shown = await openNeeds(head, undefined, locale);
    const texts = shown.texts().join("\n");
    expect(texts).toContain(covers);
    expect(texts).toContain(counts);
    const table = textIn(shown.find(Table));
    expect(table).toMatch(/Colder storage\s+Najd Dairy/);
    expect(table).toMatch(/Longer shelf life\s+Najd Cheese/);
    expect(table).not.toMatch(/Reporting in Arabic\s+Najd/);
  });

  test("shows one company's alone when asked to", async () => {
    const shown = await openNeeds(head);
    const filter = () => shown.find(Select, { name: "company", variant: "transparent" });
    fire(filter(), "onChange", "102");
    expect(textIn(shown.find(Table))).toContain("Colder storage");
    expect(textIn(shown.find(Table))).not.toMatch(/Reporting in Arabic|Longer shelf life/);
    fire(filter(), "onChange", "101");
    expect(textIn(shown.find(Table))).toContain("Reporting in Arabic");
    expect(textIn(shown.find(Table))).not.toContain("Colder storage");
  });

  test("names whose need it is in the panel, and offers the deals of that company and its own", async () => {
    const shown = await openNeeds(head);
    const panel = await openNeed(shown, cold);
    expect(textIn(panel())).toMatch(/Company\s+Najd Dairy/);
    press(panel(), "Open or link a deal");
    await shown.until(() => expect(panel().maybeFind(Select, { name: "deal" })).not.toBeNull());
    const offered = () =>
      panel()
        .find(Select, { name: "deal" })
        .props.options.map(({ value }) => value);
    expect(offered()).toEqual(["41", "43"]);
  });

  test("a need of its own is not tied to a subsidiary's deal", async () => {
    const shown = await openNeeds(head);
    const panel = await openNeed(shown, reporting);
    press(panel(), "Open or link a deal");
    await shown.until(() => expect(panel().maybeFind(Select, { name: "deal" })).not.toBeNull());
    expect(
      panel()
        .find(Select, { name: "deal" })
        .props.options.map(({ value }) => value),
    ).toEqual(["41"]);
  });

  test("a need is written down for the company that is chosen; people are named with theirs", async () => {
    const shown = await openNeeds(head, () => ({ body: written({ ...cold, key: "102:new" }) }));
    const form = () => panelOf(shown, "Add a need");
    const people = form().find(Select, { name: "voicedBy" }).props.options;
    expect(people.map(({ label }) => plain(label))).toEqual([
      "No one",
      "S. Haddad",
      "M. Otaibi · Najd Dairy",
      "H. Zahrani · Najd Dairy",
    ]);
    fire(form().find(Select, { name: "company" }), "onChange", "102");
    fire(form().find(Input, { name: "name" }), "onChange", "Fewer stops");
    form().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({ companyId: "101", forCompanyId: "102", name: "Fewer stops" });
  });

  test("the one who is asked about first brings their company along", async () => {
    const shown = await openNeeds(head);
    expect(shown.texts().join("\n")).toContain("1 person who decides, and no need of theirs is known: H. Zahrani");
    const { overlay } = shown.find(Button, ({ text, props }) => text === "Add a need" && props.size === "xs").props;
    expect(overlay?.find(Select, { name: "company" }).props.value).toBe("102");
  });

  test("initiatives are planned for the needs of all", async () => {
    const shown = await openNeeds(head);
    const choice = panelOf(shown, "Plan them").find(Select, { name: "need" });
    expect(choice.props.options.map(({ label }) => plain(label))).toEqual([
      "Reporting in Arabic",
      "Colder storage · Najd Dairy",
    ]);
  });

  test.each([
    ["en", "12 older needs of these companies are not shown here"],
    ["ar-sa", "١٢ احتياجًا أقدم لهذه الشركات لا تظهر هنا"],
  ])("in %s: says how many older ones it leaves out", async (locale, words) => {
    const shown = await openNeeds(needs({ ...head, leftOut: 12 }), undefined, locale);
    expect(shown.texts().join("\n")).toContain(words);
  });
});

test.each([
  ["en", "Managed under Najd Group: its plan covers this company."],
  ["ar-sa", "تُدار ضمن Najd Group: خطتها تشمل هذه الشركة."],
])("in %s: a subsidiary says under whom it is managed", async (locale, words) => {
  const shown = await openNeeds(needs({ managedUnder: { id: "100", name: "Najd Group" } }), undefined, locale);
  expect(shown.texts()).toContain(words);
  expect(shown.maybeFind(Select, { name: "company" })).toBeNull();
});
