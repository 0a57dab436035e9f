import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Form, LoadingButton, TextArea } from "@hubspot/ui-extensions";
import type { PlanAnswer } from "@keyline/domain";
import { ar, en } from "@keyline/ui";
import { Plan } from "../../../extensions/app/cards/Plan.tsx";
import { refusal } from "../answers.ts";
import { fire, plain, stage, type Asked, type Reply } from "../stage.tsx";
import { noPlan } from "./no-plan.ts";
import { openPlan } from "./open-plan.ts";
import { planCard, saved } from "./plan-card.ts";

type OnWrite = (asked: Asked, count: number) => Reply | "no answer";

/** The card over a backend that answers reads with `answer`, and writes with what `onWrite` gives. */
async function open(answer: PlanAnswer, onWrite: OnWrite = () => saved(answer), locale = "en") {
  let count = 0;
  const shown = stage(Plan, (asked) => (asked.method === "GET" ? { body: answer } : onWrite(asked, ++count)), {
    locale,
    pageDirection: locale === "en" ? "ltr" : "rtl",
  });
  await shown.until(() => expect(shown.maybeFind(Button)).not.toBeNull());
  const named = (node: { text: string | null }, name: string) => plain(node.text ?? "") === name;
  return {
    ...shown,
    writes: () => shown.asked.filter(({ method }) => method === "POST"),
    panel: (name: string, at = 0) => {
      const { overlay } = shown.findAll(Button, (button) => named(button, name))[at]?.props ?? {};
      if (!overlay) throw new Error(`${name} opens nothing`);
      return overlay;
    },
  };
}

const languages = [
  { locale: "en", words: en, theirs: "There now: Theirs", mine: "Yours: Mine" },
  { locale: "ar-sa", words: ar, theirs: "الموجود الآن: Theirs", mine: "ما كتبته: Mine" },
] as const;

describe.each(languages)("in $locale", ({ locale, words }) => {
  test("a template opens filled, and one click creates the plan", async () => {
    const shown = await open(planCard(noPlan), () => saved(planCard()), locale);
    const form = () => shown.panel(words.chooseTemplate);
    expect(form().find(TextArea).props.value).toBe("Food production, 2,400 people.");
    form().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/plan/create",
      body: { type: "key", period: "2026", goalMinor: 180_000_000, ownerId: "11", startsManaging: true },
    });
  });

  test("an earlier, closed plan says so and offers no way to change it", async () => {
    const { plan } = planCard();
    const closed = planCard({
      plan: plan && { ...plan, status: "closed", closedOn: "2026-11-20", closingNote: "Earlier" },
    });
    const shown = stage(Plan, () => ({ body: closed }), { locale });
    await shown.until(() => expect(shown.texts().join()).toContain("Earlier"));
    expect(shown.texts()).not.toContain(words.planEdit);
    expect(shown.texts()).not.toContain(words.writeIt);
  });
});

describe.each(languages)(
  "a value that somebody else changed meanwhile, in $locale",
  ({ locale, words, theirs, mine }) => {
    const conflict = { status: 409, body: refusal("conflict", { snapshot: "Theirs" }) };
    const write = async (onWrite: OnWrite) => {
      const shown = await open(planCard(), onWrite, locale);
      const form = () => shown.panel(words.writeIt);
      fire(form().find(TextArea), "onInput", "Mine");
      form().find(Form).trigger("onSubmit");
      return { ...shown, form };
    };

    test("is shown beside one's own, and using one's own writes over what was found", async () => {
      const shown = await write((_, count) => (count === 1 ? conflict : saved(planCard())));
      await shown.until(() => expect(shown.form().maybeFind(Alert)).not.toBeNull());
      expect(shown.form().find(TextArea).props.value).toBe("Mine");
      expect(shown.texts()).toEqual(expect.arrayContaining([theirs, mine]));
      shown
        .form()
        .find(Button, (button) => button.text === words.useMine)
        .trigger("onClick");
      await shown.until(() => expect(shown.writes()).toHaveLength(2));
      expect(shown.writes()[1]?.body).toMatchObject({ expected: { snapshot: "Theirs" }, wanted: { snapshot: "Mine" } });
    });

    test("a lost answer keeps what was typed, and trying again carries the same key", async () => {
      const shown = await write((_, count) => (count === 1 ? "no answer" : saved(planCard())));
      await shown.until(() => expect(shown.form().maybeFind(Alert)).not.toBeNull());
      shown.form().find(Form).trigger("onSubmit");
      await shown.until(() => expect(shown.writes()).toHaveLength(2));
      expect(new Set(shown.writes().map(({ body }) => body["idempotencyKey"])).size).toBe(1);
    });
  },
);

describe.each(languages)("a plan that has begun, in $locale", ({ locale, words }) => {
  test("a draft becomes active with one click, also when clicked twice", async () => {
    const { plan } = planCard();
    const shown = await open(planCard({ plan: plan && { ...plan, status: "draft" } }), () => saved(planCard()), locale);
    const activate = shown.find(LoadingButton, (button) => button.text === words.activatePlan);
    activate.trigger("onClick");
    activate.trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain(words.reviewPlan));
    expect(shown.writes().map(({ path, body }) => [path, body["to"]])).toEqual([["/cards/plan/status", "active"]]);
  });

  test("a plan cut off while it was made says so, and goes on by being made again", async () => {
    const { plan } = planCard();
    const half = planCard({ plan: plan && { ...plan, status: "draft", isUnfinished: true } });
    const shown = await open(half, () => saved(planCard()), locale);
    expect(shown.texts()).toContain(words.unfinishedTitle);
    shown.find(LoadingButton, (button) => button.text === words.finishPlan).trigger("onClick");
    await shown.until(() => expect(shown.writes().map(({ path }) => path)).toEqual(["/cards/plan/create"]));
  });

  test("one cut off while it went on from an earlier one goes on from there", async () => {
    const { plan } = planCard();
    const period = { key: "101:2025", period: "2025", status: "closed", startsOn: null, endsOn: null } as const;
    const half = planCard({
      plan: plan && { ...plan, status: "draft", isUnfinished: true, carriedFrom: period.key },
      periods: [period],
    });
    const shown = await open(half, () => saved(planCard()), locale);
    shown.find(LoadingButton, (button) => button.text === words.finishPlan).trigger("onClick");
    await shown.until(() => expect(shown.writes()).toHaveLength(1));
    expect(shown.writes()[0]).toMatchObject({
      path: "/cards/plan/next",
      body: { planKey: "101:2025", expected: "closed", carry: { objectives: true, obstacles: true, needs: true } },
    });
  });

  test("cut off, for whoever only reads: said, and no button", async () => {
    const { plan } = planCard();
    const access = { canWrite: false, why: "read-only" } as const;
    const half = planCard({ plan: plan && { ...plan, status: "draft", isUnfinished: true }, access });
    const shown = await openPlan(half, { locale });
    expect(shown.texts()).toContain(words.unfinishedTitle);
    expect(shown.texts()).not.toContain(words.finishPlan);
  });
});
