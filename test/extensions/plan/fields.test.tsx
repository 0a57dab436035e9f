import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Form, Input, TextArea } from "@hubspot/ui-extensions";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { fire, textIn } from "../stage.tsx";
import { openPlan, type Given } from "./open-plan.ts";
import { planCard, saved } from "./plan-card.ts";
import { goal, planForms, profile, reviewed, type PlanForm } from "./plan-forms.ts";

const languages = [
  {
    locale: "en",
    words: en,
    planName: "Plan 2026",
    cityClash: "Someone else changed this meanwhile: City",
    theirGoal: "There now: SAR 1.5m",
    theirRhythm: "There now: Every quarter",
    noDay: "There now: None",
  },
  {
    locale: "ar-sa",
    words: ar,
    planName: "خطة ٢٠٢٦",
    cityClash: "غيّر شخص آخر هذا في هذه الأثناء: المدينة",
    theirGoal: "١٫٥ مليون",
    theirRhythm: "الموجود الآن: كل ربع سنة",
    noDay: "الموجود الآن: لا شيء",
  },
] as const;

const lostOnce: Given["onWrite"] = (_, count) => (count === 1 ? "no answer" : saved(planCard()));
const clash =
  (found: object): Given["onWrite"] =>
  (_, count) =>
    count === 1 ? { status: 409, body: refusal("conflict", found) } : saved(planCard());

describe.each(languages)("what is written in place, in $locale", ({ locale, words, planName, ...texts }) => {
  /** The form with its fields typed into. */
  const typedInto = async ({ tab, title, typed }: PlanForm, given: Given = {}) => {
    const shown = await openPlan(planCard(), { locale, tab, ...given });
    const form = () => shown.panel(title === "planName" ? planName : words[title]);
    for (const [kind, name, value] of typed) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any field has a name
      const field = form().find(kind as typeof Input, { name });
      fire(field, kind === Input || kind === TextArea ? "onInput" : "onChange", value);
    }
    const choose = (name: string) =>
      form()
        .find(Alert)
        .find(Button, ({ text }) => text === name)
        .trigger("onClick");
    return { ...shown, form, choose, submit: () => form().find(Form).trigger("onSubmit") };
  };

  test.each(planForms)("$form: sent once, beside what was seen", async (form) => {
    const shown = await typedInto(form);
    shown.submit();
    shown.submit();
    await shown.until(() => expect(shown.closed()).toHaveLength(1));
    expect(shown.writes()).toMatchObject([{ path: form.path, body: { planKey: "101:2026", wanted: form.wanted } }]);
    const { expected, wanted } = shown.writes()[0]?.body ?? {};
    expect(Object.keys(Object(expected))).toEqual(Object.keys(Object(wanted)));
    expect(shown.alerts()).toEqual([{ type: "success", message: words.saved }]);
  });

  test.each(planForms)("$form: a lost answer keeps what was typed, and is sent again as the same", async (form) => {
    const shown = await typedInto(form, { onWrite: lostOnce });
    shown.submit();
    await shown.until(() => expect(textIn(shown.form())).toContain(words.offlineText));
    shown.submit();
    await shown.until(() => expect(shown.closed()).toHaveLength(1));
    expect(shown.writes()[1]?.body).toEqual(shown.writes()[0]?.body);
  });

  test("a fact of the company that somebody else changed is named with both values, and theirs can stay", async () => {
    const shown = await typedInto(profile, { onWrite: clash({ city: "Jeddah" }) });
    shown.submit();
    await shown.until(() => expect(textIn(shown.form())).toContain(texts.cityClash));
    expect(textIn(shown.form())).toMatch(/Jeddah[^]*Riyadh/);
    shown.choose(words.keepTheirs);
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes()[1]?.body).toMatchObject({
      expected: { city: "Jeddah" },
      wanted: { city: "Jeddah", employees: 2400 },
    });
  });

  test("of two values that somebody else changed each is decided, then all is sent", async () => {
    const shown = await typedInto(reviewed, { onWrite: clash({ reviewRhythm: "quarterly", nextReviewOn: null }) });
    shown.submit();
    await shown.until(() => expect(shown.form().findAll(Alert)).toHaveLength(2));
    expect(textIn(shown.form()).split("\n")).toEqual(expect.arrayContaining([texts.theirRhythm, texts.noDay]));
    shown.choose(words.keepTheirs);
    await shown.until(() => expect(shown.form().findAll(Alert)).toHaveLength(1));
    expect(shown.writes()).toHaveLength(1);
    shown.choose(words.useMine);
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes()[1]?.body).toMatchObject({
      expected: { reviewRhythm: "quarterly", nextReviewOn: null },
      wanted: { reviewRhythm: "quarterly", nextReviewOn: "2026-12-31" },
    });
  });

  test("an amount that somebody else changed reads as money", async () => {
    const shown = await typedInto(goal, { onWrite: clash({ goalMinor: 150_000_000 }) });
    shown.submit();
    await shown.until(() => expect(textIn(shown.form())).toContain(texts.theirGoal));
  });
});
