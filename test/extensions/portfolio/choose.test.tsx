import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Form, LoadingSpinner, StatusTag, Table, TableHeader } from "@hubspot/ui-extensions";
import { ar, en } from "@keyline/ui";
import { checkIns, notManagedSummary, summary } from "../answers.ts";
import { fire, plain, type Asked } from "../stage.tsx";
import { choices, portfolio } from "./answers.ts";
import { openOver } from "./open-page.ts";

interface Answers {
  choices?: object | (() => object);
  summary?: object;
  portfolio?: object;
}

/** The tab "Choose accounts" over a backend that plays every route it asks. */
async function openChoices(answers: Answers = {}, locale = "en") {
  const given = answers.choices ?? choices();
  const backend = ({ method, path }: Asked) => {
    if (method === "POST") return { body: { outcome: "saved", checkIns: checkIns() } };
    if (path === "/cards/summary") return { body: answers.summary ?? summary(notManagedSummary) };
    if (path === "/cards/portfolio") return { body: answers.portfolio ?? portfolio() };
    if (path !== "/cards/portfolio/choices") return "no answer";
    return { body: typeof given === "function" ? given() : given };
  };
  const shown = openOver(backend, { locale, params: { tab: "choose" } });
  await shown.until(() => expect(shown.maybeFind(LoadingSpinner)).toBeNull());
  return shown;
}

describe("the ranked list", () => {
  test.each([
    ["en", ["Ahsa Poultry", "78", "Can grow: 5 of 5", "+30", "Not known: Opens new markets", "450k", "Noura Alharbi"]],
    ["ar-sa", ["٧٨", "غير معروف: فتح أسواق جديدة", "٤٥٠ ألف"]],
  ])("says each score with its reasons, in %s", async (locale, words) => {
    const shown = await openChoices({}, locale);
    expect(shown.texts()).toEqual(expect.arrayContaining(words));
    expect(shown.find(StatusTag).props.variant).toBe("success");
  });

  test("says what a company still needs to be ranked", async () => {
    const shown = await openChoices();
    expect(shown.texts()).toEqual(expect.arrayContaining([en.notJudged, en.judgeIt, en.chooseCut]));
  });

  test("turns its pages", async () => {
    const shown = await openChoices();
    expect(shown.find(Table).props).toMatchObject({ page: 1, pageCount: 3 });
    fire(shown.find(Table), "onPageChange", 2);
    await shown.until(() => expect(shown.asked.at(-1)?.query).toEqual({ lang: "en", page: "2" }));
  });

  test.each([
    ["en", en],
    ["ar-sa", ar],
  ])("with nothing in it says what belongs there, in %s", async (locale, words) => {
    const shown = await openChoices({ choices: choices({ rows: [], total: 0, isCut: false }) }, locale);
    expect(shown.texts()).toEqual(expect.arrayContaining([words.chooseEmptyTitle, words.chooseEmptyText]));
  });

  test("still being read says so, and asks again", async () => {
    const { asOf, today, timeZone, currency, access } = choices();
    let answer: object = { asOf, today, timeZone, currency, access, unreadable: [], state: "preparing" };
    const shown = openOver(({ path }) => ({ body: path === "/cards/portfolio" ? portfolio() : answer }), {
      params: { tab: "choose" },
    });
    await shown.until(() => expect(shown.find(LoadingSpinner).props.label).toContain(en.readingChoices));
    answer = choices();
    await shown.until(() => expect(shown.texts()).toContain("Ahsa Poultry"));
  });

  test("without revenue says so", async () => {
    const shown = await openChoices({ choices: choices({ unreadable: ["revenue"] }) });
    expect(shown.find(Alert).props.title).toContain(en.partlyTitle);
  });

  test("stands on the page of a portal without accounts too", async () => {
    const none = portfolio({ inScope: { mine: 0, team: 0, all: 0 }, matches: 0, rows: [], scope: "all" });
    const shown = await openChoices({ portfolio: none });
    expect(shown.texts()).toEqual(expect.arrayContaining([en.noAccountsTitle, "Ahsa Poultry"]));
    expect(shown.findAll(TableHeader)).toHaveLength(5);
  });
});

describe("start managing", () => {
  const startButton = (shown: Awaited<ReturnType<typeof openChoices>>) =>
    shown.find(Button, (button) => plain(button.text ?? "") === en.startManaging);

  test("opens the form of the record in a panel, and reads it only then", async () => {
    const shown = await openChoices();
    expect(shown.asked.map(({ path }) => path)).not.toContain("/cards/summary");
    startButton(shown).trigger("onClick");
    await shown.until(() => expect(startButton(shown).props.overlay?.maybeFind(Form)).not.toBeNull());
    expect(shown.asked.at(-1)).toMatchObject({ path: "/cards/summary", query: { companyId: "201" } });
  });

  test("takes the company on, closes, and asks for both lists with it seen", async () => {
    const shown = await openChoices();
    startButton(shown).trigger("onClick");
    await shown.until(() => expect(startButton(shown).props.overlay?.maybeFind(Form)).not.toBeNull());
    startButton(shown).props.overlay?.find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.asked.filter(({ query }) => query["seen"] === "201")).toHaveLength(2));
    const written = shown.asked.find(({ method }) => method === "POST");
    expect(written).toMatchObject({ path: "/cards/check-ins/start-managing", body: { companyId: "201", type: "key" } });
    expect(shown.calls).toContainEqual({ name: "closeOverlay", values: ["keyline-start-201"] });
  });

  test("says so when somebody was faster", async () => {
    const shown = await openChoices({ summary: summary() });
    startButton(shown).trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain(en.managedMeanwhile));
  });
});
