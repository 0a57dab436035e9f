import { describe, expect, test } from "@jest/globals";
import { Form, Input, Select, TextArea } from "@hubspot/ui-extensions";
import type { Obstacle } from "@keyline/domain";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { fire } from "../stage.tsx";
import { frigor, openTab, planCard, press, saved } from "./plan-card.ts";

const languages = [
  { locale: "en", words: en },
  { locale: "ar-sa", words: ar },
] as const;
const withObstacles = (...obstacles: Obstacle[]) => planCard({ objectives: { obstacles } });
const answered = { ...frigor, answer: "Show the payback of line 2" };

describe.each(languages)("what stands in the way, in $locale", ({ locale, words }) => {
  test("how likely, how bad, who and next step; a lacking answer is said on top and in its place", async () => {
    const shown = await openTab("obstacles", withObstacles(frigor), undefined, locale);
    const texts = shown.texts();
    expect(texts.filter((text) => text === "Frigor offers line 3")).toHaveLength(2);
    expect(texts).toContain(words.noAnswer);
    expect(texts).toEqual(expect.arrayContaining(locale === "en" ? ["Medium", "High"] : ["متوسط", "مرتفع"]));
    expect(texts).toEqual(expect.arrayContaining(["Noura Alharbi", "Meet the plant director"]));
  });

  test("nothing known: what belongs here and why, with one button", async () => {
    const shown = await openTab("obstacles", withObstacles(), undefined, locale);
    expect(shown.texts()).toEqual(
      expect.arrayContaining([words.noObstaclesTitle, words.noObstaclesText, words.addObstacle]),
    );
  });

  test("a reader sees all and can change nothing", async () => {
    const access = { canWrite: false, why: "read-only" as const };
    const shown = await openTab("obstacles", planCard({ access }), undefined, locale);
    expect(shown.texts()).toContain("Frigor offers line 3");
    expect(shown.texts()).not.toContain(words.overcome);
    expect(shown.texts()).not.toContain(words.addObstacle);
  });
});

test("with an answer nothing is missing", async () => {
  const shown = await openTab("obstacles", withObstacles(answered));
  expect(shown.texts()).toContain("Show the payback of line 2");
  expect(shown.texts()).not.toContain("No answer yet");
});

test("is overcome by one click, and can come back", async () => {
  const over = { ...frigor, status: "done" as const };
  const shown = await openTab("obstacles", withObstacles(frigor), () => saved(withObstacles(over)));
  press(shown, "Overcome");
  await shown.until(() => expect(shown.texts()).toContain("Reopen"));
  expect(shown.writes()[0]?.body).toMatchObject({
    objectiveKey: frigor.key,
    move: "done",
    expected: { status: "in_progress", dueOn: null },
  });
});

test("adding asks how likely and how bad it is, at its fields", async () => {
  const shown = await openTab("obstacles", withObstacles(), () => saved(planCard()));
  const panel = await shown.open("Add an obstacle");
  fire(panel().find(Input, { name: "name" }), "onInput", "Frigor offers line 3");
  panel().find(Form).trigger("onSubmit");
  await shown.until(() =>
    expect(panel().find(Select, { name: "likelihood" }).props.validationMessage).toBe("Choose one of these."),
  );
  expect(shown.writes()).toEqual([]);
  fire(panel().find(Select, { name: "likelihood" }), "onChange", "medium");
  fire(panel().find(Select, { name: "impact" }), "onChange", "high");
  panel().find(Form).trigger("onSubmit");
  await shown.until(() => expect(shown.texts()).toContain("Frigor offers line 3"));
  expect(shown.writes()[0]).toMatchObject({
    path: "/cards/obstacles/add",
    body: { name: "Frigor offers line 3", likelihood: "medium", impact: "high", isInternal: true, planKey: "101:2026" },
  });
});

test("an answer of somebody else meanwhile is shown beside mine", async () => {
  const shown = await openTab("obstacles", planCard(), () => ({
    status: 409,
    body: refusal("conflict", { answer: "Lower the price" }),
  }));
  const panel = await shown.open("Frigor offers line 3");
  fire(panel().find(TextArea, { name: "answer" }), "onInput", "Show the payback");
  panel().find(Form).trigger("onSubmit");
  await shown.until(() =>
    expect(shown.texts()).toEqual(
      expect.arrayContaining(["There now: Our answer: Lower the price", "Yours: Our answer: Show the payback"]),
    ),
  );
});
