import { describe, expect, test } from "@jest/globals";
import { Alert, Button, DateInput, Form, MultiSelect, Select, TableRow, TextArea } from "@hubspot/ui-extensions";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { fire, plain } from "../stage.tsx";
import { lina, majed, openTab, planCard, press, salma, saved } from "./plan-card.ts";

const languages = [
  { locale: "en", words: en },
  { locale: "ar-sa", words: ar },
] as const;
const noOne = { people: { deciders: [], around: [lina] } };

describe.each(languages)("who decides, in $locale", ({ locale, words }) => {
  test("each with part, criteria, relationship in dots and a word, who is ours, and silence", async () => {
    const shown = await openTab("people", planCard(), undefined, locale);
    const texts = shown.texts().join("\n");
    expect(texts).toContain("●●●○○");
    expect(texts).toContain(locale === "en" ? "Working" : "عملية");
    expect(texts).toContain("Payback under three years");
    expect(texts).toContain("Noura Alharbi");
    expect(texts).toContain(locale === "en" ? "silent for 146 days" : "صمت منذ ١٤٦ يوم");
  });

  test("nobody known: what belongs here and why, with one button", async () => {
    const shown = await openTab("people", planCard(noOne), undefined, locale);
    expect(shown.texts()).toEqual(expect.arrayContaining([words.noDecidersTitle, words.noDecidersText]));
    expect(shown.findAll(Button).map(({ text }) => plain(text ?? ""))).toContain(words.addDeciders);
  });

  test("no contacts at all: where they are made", async () => {
    const shown = await openTab("people", planCard({ people: { deciders: [], around: [] } }), undefined, locale);
    expect(shown.texts()).toContain(words.noContactsText);
    expect(shown.texts()).not.toContain(words.addDeciders);
  });

  test("gaps stand on top, with who left one", async () => {
    const gaps = [
      { role: "economic_buyer" as const, left: "Salma Haddad" },
      { role: "signatory" as const, left: null },
    ];
    const shown = await openTab("people", planCard({ people: { gaps } }), undefined, locale);
    const said = shown.texts().slice(shown.texts().indexOf(words.gapsTitle)).slice(1, 3);
    expect(said[0]).toMatch(new RegExp(`^${words.gapEconomicBuyer} .*Salma Haddad`));
    expect(said[1]).toBe(words.gapSignatory);
  });

  test("a reader sees all and can change nothing", async () => {
    const access = { canWrite: false, why: "read-only" as const };
    const shown = await openTab("people", planCard({ access }), undefined, locale);
    expect(shown.texts()).toContain("Salma Haddad");
    expect(shown.texts()).not.toContain(words.addDeciders);
  });
});

test("leaving is said in words", async () => {
  const deciders = [
    { ...salma, leaving: "left" as const, leftOn: "2026-11-01" as const },
    { ...majed, id: "34", leaving: "untied" as const },
    { ...majed, id: "35", leaving: "bounces" as const },
  ];
  const shown = await openTab("people", planCard({ people: { deciders } }));
  expect(shown.texts()).toEqual(expect.arrayContaining(["left Sun 1 Nov", "no longer at the company", "mail bounces"]));
});

test("who reports to whom is drawn below the manager, who need not decide", async () => {
  const deciders = [{ ...majed, reportsTo: lina.id }];
  const shown = await openTab("people", planCard({ people: { deciders } }));
  const lines = shown.texts().slice(shown.texts().indexOf("Who reports to whom"));
  expect(lines.slice(1, 6)).toEqual([
    "Lina Bakhsh",
    "Procurement · no part in the decision",
    "↳",
    "Majed Alrashid",
    "Plant director · Champion",
  ]);
});

test("lines that run in a circle are drawn once and said", async () => {
  const deciders = [
    { ...salma, reportsTo: majed.id },
    { ...majed, reportsTo: salma.id },
  ];
  const shown = await openTab("people", planCard({ people: { deciders } }));
  expect(shown.texts().join("\n")).toContain("the lines run in a circle");
});

test("sixty people are pages of ten", async () => {
  const deciders = Array.from({ length: 60 }, (_, at) => ({ ...majed, id: String(200 + at), name: `Person ${at}` }));
  const shown = await openTab("people", planCard({ people: { deciders } }));
  expect(shown.findAll(TableRow)).toHaveLength(11);
});

test("what could not be read does not pass for nobody", async () => {
  const shown = await openTab("people", planCard({ ...noOne, unreadable: ["people"] }));
  expect(shown.texts()).not.toContain(en.noDecidersTitle);
});

describe("adding", () => {
  test("several at once, each with its part", async () => {
    const shown = await openTab("people", planCard(noOne), () => saved(planCard()));
    const panel = await shown.open("Add people");
    fire(panel().find(MultiSelect, { name: "contacts" }), "onChange", [lina.id]);
    fire(panel().find(MultiSelect, { name: `roles-${lina.id}` }), "onChange", ["influencer", "blocker"]);
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.texts()).toContain("Salma Haddad"));
    expect(shown.writes()).toMatchObject([
      {
        path: "/cards/people/add",
        body: { planKey: "101:2026", people: [{ contactId: lina.id, roles: ["influencer", "blocker"] }] },
      },
    ]);
  });

  test("without a part it is said at its field, and nothing is sent", async () => {
    const shown = await openTab("people", planCard(noOne));
    const panel = await shown.open("Add people");
    fire(panel().find(MultiSelect, { name: "contacts" }), "onChange", [lina.id]);
    panel().find(Form).trigger("onSubmit");
    await shown.until(() =>
      expect(panel().find(MultiSelect, { name: `roles-${lina.id}` }).props.validationMessage).toBe(
        "Choose one of these.",
      ),
    );
    expect(shown.writes()).toEqual([]);
  });
});

describe("changing somebody", () => {
  test("sends what is wanted beside what was seen", async () => {
    const shown = await openTab("people");
    const panel = await shown.open("Salma Haddad");
    fire(panel().find(Select, { name: "strength" }), "onChange", 5);
    fire(panel().find(DateInput, { name: "leftOn" }), "onChange", { year: 2026, month: 10, date: 30 });
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.alerts()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({
      contactId: salma.id,
      strength: 5,
      leftOn: "2026-11-30",
      expected: { strength: 3, leftOn: null, criteria: salma.criteria },
    });
  });

  test("a day that was emptied is none", async () => {
    const left = { ...salma, leaving: "left" as const, leftOn: "2026-11-01" as const };
    const shown = await openTab("people", planCard({ people: { deciders: [left] } }));
    const panel = await shown.open("Salma Haddad");
    fire(panel().find(DateInput, { name: "leftOn" }), "onChange", null);
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()[0]?.body).toMatchObject({ leftOn: null }));
  });

  test("no longer decides: without a part", async () => {
    const shown = await openTab("people");
    const panel = await shown.open("Salma Haddad");
    press(panel(), "No longer decides");
    await shown.until(() => expect(shown.writes()[0]?.body).toMatchObject({ roles: [], contactId: salma.id }));
  });

  test("a conflict shows both values; mine is sent over what is seen now, theirs replaces it", async () => {
    let answers = 0;
    const shown = await openTab("people", planCard(), () =>
      answers++ === 0 ? { status: 409, body: refusal("conflict", { criteria: "Service" }) } : saved(planCard()),
    );
    const panel = await shown.open("Salma Haddad");
    fire(panel().find(TextArea, { name: "criteria" }), "onInput", "Uptime");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() =>
      expect(shown.texts()).toEqual(
        expect.arrayContaining(["There now: Cares about: Service", "Yours: Cares about: Uptime"]),
      ),
    );
    press(panel(), "Use mine");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes()[1]?.body).toMatchObject({ criteria: "Uptime", expected: { criteria: "Service" } });
  });

  test("kept theirs, the form shows it and saves nothing over it", async () => {
    const shown = await openTab("people", planCard(), () => ({
      status: 409,
      body: refusal("conflict", { criteria: "Service" }),
    }));
    const panel = await shown.open("Salma Haddad");
    fire(panel().find(TextArea, { name: "criteria" }), "onInput", "Uptime");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(panel().maybeFind(Alert)).not.toBeNull());
    press(panel(), "Keep theirs");
    await shown.until(() => expect(panel().find(TextArea, { name: "criteria" }).props.value).toBe("Service"));
    expect(panel().maybeFind(Alert)).toBeNull();
    expect(shown.writes()).toHaveLength(1);
  });
});
