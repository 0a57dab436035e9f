import { describe, expect, test } from "@jest/globals";
import { Button, DateInput, Form, Input, ProgressBar, Select, StatusTag, TableRow } from "@hubspot/ui-extensions";
import type { RoadmapItem } from "@keyline/domain";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { fire, plain } from "../stage.tsx";
import { guide, openTab, planCard, press, satisfaction, saved, type OpenTab } from "./plan-card.ts";

const languages = [
  { locale: "en", words: en },
  { locale: "ar-sa", words: ar },
] as const;
const empty = { objectives: { roadmap: [] } };
const withItems = (...roadmap: RoadmapItem[]) => planCard({ objectives: { roadmap } });
const done = { ...guide, status: "done" as const, isLate: false, doneOn: "2026-11-24" as const };
const tags = (shown: OpenTab) => shown.findAll(StatusTag).map(({ text }) => plain(text ?? ""));

describe.each(languages)("the roadmap in $locale", ({ locale, words }) => {
  test("late first, then by quarter; with need, owner, measure and progress", async () => {
    const shown = await openTab("growth", planCard(), undefined, locale);
    const texts = shown.texts();
    const places = [words.groupLate, "Integration guide", "Satisfaction back above 80 %"].map((text) =>
      texts.indexOf(text),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(texts.join("\n")).toContain("Reporting in Arabic");
    expect(texts.join("\n")).toContain("Tom Weber");
    const measure = locale === "en" ? "from 52%, now 61%, to reach 80%" : /^من ٥٢٪.*٦١٪.*٨٠٪/;
    expect(texts).toContainEqual(typeof measure === "string" ? measure : expect.stringMatching(measure));
    expect(shown.findAll(ProgressBar).map(({ props }) => props.value)).toEqual(expect.arrayContaining([70, 32]));
  });

  test("nothing yet: what belongs here and why, with one button", async () => {
    const shown = await openTab("growth", planCard(empty), undefined, locale);
    expect(shown.texts()).toEqual(
      expect.arrayContaining([words.noRoadmapTitle, words.noRoadmapText, words.addToRoadmap]),
    );
  });

  test("a reader sees all and can move nothing", async () => {
    const access = { canWrite: false, why: "read-only" as const };
    const shown = await openTab("growth", planCard({ access }), undefined, locale);
    expect(shown.texts()).toContain("Integration guide");
    expect(shown.texts()).not.toContain(words.moveDone);
    expect(shown.texts()).not.toContain(words.addToRoadmap);
  });
});

test("what could not be read does not pass for nothing", async () => {
  const shown = await openTab("growth", planCard({ ...empty, unreadable: ["objectives"] }));
  expect(shown.texts()).not.toContain(en.noRoadmapTitle);
});

test("two hundred lines are pages of ten", async () => {
  const many = Array.from({ length: 200 }, (_, at) => ({ ...satisfaction, id: String(300 + at), key: `101:${at}` }));
  const shown = await openTab("growth", withItems(...many));
  // The head, the name of the quarter, ten lines.
  expect(shown.findAll(TableRow)).toHaveLength(12);
});

describe("one click", () => {
  test.each([
    ["Done", guide, { move: "done", expected: { status: "in_progress", dueOn: "2026-11-20" } }],
    ["+1 week", guide, { move: "slip", expected: { status: "in_progress", dueOn: "2026-11-20" } }],
    ["Start", { ...guide, status: "planned" as const }, { move: "start" }],
    ["Reopen", done, { move: "reopen", expected: { status: "done", dueOn: "2026-11-20" } }],
  ])("%s", async (name, item, body) => {
    const shown = await openTab("growth", withItems(item));
    press(shown, name);
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/objectives/move",
      body: { objectiveKey: guide.key, ...body },
    });
  });

  test("shows at once, and stays below the eyes when the answer would move it", async () => {
    let answer = (): void => {};
    const shown = await openTab("growth", planCard(), async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      return saved(withItems(satisfaction, done));
    });
    press(shown, "Done");
    await shown.until(() => expect(tags(shown)).toContain("Done"));
    answer();
    await shown.until(() => expect(shown.texts()).toContain("Reopen"));
    const names = ["Integration guide", "Satisfaction back above 80 %"];
    expect(shown.texts().filter((text) => names.includes(text))).toEqual(names);
  });

  test("an answer that was read before this click does not take it back", async () => {
    const second = { ...satisfaction, status: "in_progress" as const };
    const stale = withItems(guide, { ...second, status: "done" });
    const shown = await openTab("growth", withItems(guide, second), ({ body }) =>
      saved(body["objectiveKey"] === guide.key ? withItems(done, second) : stale),
    );
    press(shown, "Done", 0);
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    press(shown, "Done", 0);
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    await shown.until(() => expect(tags(shown).filter((word) => word === "Done")).toHaveLength(1));
  });

  test("twice is one write", async () => {
    const shown = await openTab("growth", withItems(guide), () => new Promise(() => {}));
    press(shown, "+1 week");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.find(Button, (button) => plain(button.text ?? "") === "+1 week").props.disabled).toBe(true);
  });

  test("refused, it is taken back and said", async () => {
    const shown = await openTab("growth", withItems(guide), () => ({ status: 422, body: refusal("refused") }));
    press(shown, "Done");
    await shown.until(() => expect(shown.texts()).toContain("said by the backend: refused"));
    expect(tags(shown)).toContain("In progress");
  });

  test("a conflict shows both, and mine goes over what is seen now", async () => {
    let answers = 0;
    const shown = await openTab("growth", withItems(guide), () =>
      answers++ === 0
        ? { status: 409, body: refusal("conflict", { status: "on_hold", dueOn: "2026-12-01" }) }
        : saved(withItems(done)),
    );
    press(shown, "Done");
    await shown.until(() =>
      expect(shown.texts()).toEqual(
        expect.arrayContaining(["There now: On hold · Tue 1 Dec", "Yours: Done · Fri 20 Nov"]),
      ),
    );
    press(shown, "Use mine");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes()[1]?.body).toMatchObject({ expected: { status: "on_hold", dueOn: "2026-12-01" } });
  });

  test("kept theirs, the line shows it", async () => {
    const found = { status: "on_hold", dueOn: "2026-12-01" };
    const shown = await openTab("growth", withItems(guide), () => ({ status: 409, body: refusal("conflict", found) }));
    press(shown, "Done");
    await shown.until(() => expect(shown.texts()).toContain("Keep theirs"));
    press(shown, "Keep theirs");
    await shown.until(() => expect(tags(shown)).toContain("On hold"));
    expect(shown.texts()).not.toContain("Keep theirs");
  });
});

describe("adding", () => {
  test("from the form: with the need it serves; a lost answer keeps the same record", async () => {
    let answers = 0;
    const shown = await openTab("growth", planCard(empty), () => (answers++ === 0 ? "no answer" : saved(planCard())));
    const panel = await shown.open("Add to the roadmap");
    fire(panel().find(Input, { name: "name" }), "onInput", "Reports in Arabic");
    fire(panel().find(Select, { name: "need" }), "onChange", "101:reporting");
    fire(panel().find(DateInput, { name: "dueOn" }), "onChange", { year: 2026, month: 11, date: 20 });
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.texts()).toContain(en.notSavedTitle));
    fire(panel().find(Input, { name: "name" }), "onInput", "Reports for the shift");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.texts()).toContain("Integration guide"));
    const [first, second] = shown.writes().map(({ body }) => body);
    expect(second).toMatchObject({
      planKey: "101:2026",
      kind: "initiative",
      name: "Reports for the shift",
      needKey: "101:reporting",
      ownerId: "11",
      dueOn: "2026-12-20",
    });
    expect(second?.["onceId"]).toBe(first?.["onceId"]);
  });

  test("without a name or a day each is said at its field", async () => {
    const shown = await openTab("growth", planCard(empty));
    const panel = await shown.open("Add to the roadmap");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() =>
      expect(panel().find(Input, { name: "name" }).props.validationMessage).toBe("Fill this in."),
    );
    expect(panel().find(DateInput, { name: "dueOn" }).props.validationMessage).toBe("Choose a date.");
    expect(shown.writes()).toEqual([]);
  });
});

describe("changing a line", () => {
  test("sends what is wanted beside what was seen; a linked KPI is not typed", async () => {
    const shown = await openTab("growth");
    const panel = await shown.open("Satisfaction back above 80 %");
    fire(panel().find(Input, { name: "name" }), "onInput", "Satisfaction above 85 %");
    panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.alerts()).toHaveLength(1));
    expect(shown.writes()[0]?.body).toMatchObject({
      name: "Satisfaction above 85 %",
      measureNow: null,
      expected: { name: "Satisfaction back above 80 %", metric: "satisfaction", measureStart: 52 },
    });
  });

  test("is put on hold or dropped from its panel", async () => {
    const shown = await openTab("growth");
    const panel = await shown.open("Integration guide");
    press(panel(), "Drop it");
    await shown.until(() => expect(shown.writes()[0]?.body).toMatchObject({ move: "drop", objectiveKey: guide.key }));
    expect(shown.calls.map(({ name }) => name)).toContain("closeOverlay");
  });

  test("a conflict names the fields with both values", async () => {
    const found = { dueOn: "2027-01-31" };
    const shown = await openTab("growth", planCard(), () => ({ status: 409, body: refusal("conflict", found) }));
    const panel = await shown.open("Integration guide");
    fire(panel().find(DateInput, { name: "dueOn" }), "onChange", { year: 2026, month: 11, date: 20 });
    panel().find(Form).trigger("onSubmit");
    await shown.until(() =>
      expect(shown.texts()).toEqual(
        expect.arrayContaining(["There now: Due: Sun 31 Jan 2027", "Yours: Due: Sun 20 Dec"]),
      ),
    );
  });
});
