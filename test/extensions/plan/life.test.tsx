import { describe, expect, test } from "@jest/globals";
import { Alert, Button, Checkbox, Form, NumberInput, TextArea } from "@hubspot/ui-extensions";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { fire, plain, textIn, type Asked } from "../stage.tsx";
import { openPlan, planWith, type Within } from "./open-plan.ts";
import { saved } from "./plan-card.ts";

const next = { period: "2027", endsOn: "2027-12-31", key: null } as const;
const running = planWith({ next });
const closed = planWith({ next, status: "closed", closedOn: "2026-11-20", closingNote: "Ask earlier" });
const languages = [
  {
    locale: "en",
    words: en,
    closeTitle: "Close Plan 2026",
    stillOpen: "3 open items stay open until they go on in the next plan.",
    startNext: "Start 2027",
    nextTitle: "The plan for 2027",
    goesOn: ["2 open objectives and initiatives", "1 thing in the way", "1 open need"],
    movedText: "It is Closed now. Look at it again before you go on.",
    openNext: "Open 2027",
    earlier: "Open 2025 (Closed)",
    reading: "You are looking at Plan 2025.",
    learnt: "Closed on Fri 20 Nov · What we learnt: Ask earlier",
  },
  {
    locale: "ar-sa",
    words: ar,
    closeTitle: "إغلاق خطة ٢٠٢٦",
    stillOpen: "٣ بنود مفتوحة تبقى مفتوحة حتى تنتقل إلى الخطة القادمة.",
    startNext: "ابدأ ٢٠٢٧",
    nextTitle: "خطة ٢٠٢٧",
    goesOn: ["هدفان أو مبادرتان", "عقبة واحدة", "احتياج واحد مفتوح"],
    movedText: "حالتها الآن: مغلقة. انظر إليها من جديد قبل أن تكمل.",
    openNext: "افتح ٢٠٢٧",
    earlier: "افتح ٢٠٢٥ (مغلقة)",
    reading: "أنت تنظر إلى خطة ٢٠٢٥.",
    learnt: "أُغلقت في الجمعة ٢٠ نوفمبر – ما تعلمناه: Ask earlier",
  },
] as const;
const moved = { status: 409, body: refusal("conflict", { status: "closed" }) };
const box = (within: Within, name: string) => within.find(Checkbox, { name });

describe.each(languages)("closing, in $locale", ({ locale, words, closeTitle, stillOpen, movedText }) => {
  test("asks what was learnt, says what stays open, and is sent with the status that was seen", async () => {
    const shown = await openPlan(running, { locale, onWrite: () => saved(closed) });
    const form = () => shown.modal(closeTitle);
    expect(textIn(form())).toContain(words.closePlanText);
    expect(textIn(form())).toContain(stillOpen);
    fire(form().find(TextArea), "onInput", "Ask earlier");
    form().find(Form).trigger("onSubmit");
    form().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.texts().join()).toContain("Ask earlier"));
    expect(shown.writes()).toMatchObject([
      { path: "/cards/plan/close", body: { planKey: "101:2026", expected: "active", note: "Ask earlier" } },
    ]);
    expect(shown.alerts()).toEqual([{ type: "success", message: words.planIsClosed }]);
    expect(shown.closed()).toEqual(["keyline-close-plan"]);
  });

  test("somebody else was faster: how the plan stands is said, and what was typed is kept", async () => {
    const shown = await openPlan(running, { locale, onWrite: () => moved });
    const form = () => shown.modal(closeTitle);
    fire(form().find(TextArea), "onInput", "Ask earlier");
    form().find(Form).trigger("onSubmit");
    await shown.until(() => expect(plain(form().find(Alert).props.title)).toBe(words.planMovedTitle));
    expect(textIn(form())).toContain(movedText);
    expect(form().find(TextArea).props.value).toBe("Ask earlier");
    expect(shown.closed()).toEqual([]);
  });

  test("can be left alone", async () => {
    const shown = await openPlan(running, { locale });
    shown
      .modal(closeTitle)
      .find(Button, ({ text }) => text === words.cancel)
      .trigger("onClick");
    expect(shown.closed()).toEqual(["keyline-close-plan"]);
    expect(shown.writes()).toEqual([]);
  });
});

describe.each(languages)("the next period, in $locale", (under) => {
  const { locale, words, startNext, nextTitle, goesOn, movedText } = under;

  test("opens with the goal of this one, and everything that is open goes on", async () => {
    const shown = await openPlan(planWith({ next, values: { ...running.plan!.values, goalMinor: 180_000_000 } }), {
      locale,
    });
    expect(shown.menu()).toContain(startNext);
    const form = shown.panel(nextTitle);
    expect(form.find(NumberInput).props.value).toBe(1_800_000);
    expect(textIn(form).split("\n")).toEqual(expect.arrayContaining([...goesOn]));
    expect(form.findAll(Checkbox).map(({ props }) => props.checked)).toEqual([true, true, true, true]);
  });

  test("is sent once with what was ticked, and the card shows the new plan", async () => {
    const begun = planWith({ key: "101:2027", period: "2027", status: "draft", carriedFrom: "101:2026" });
    const shown = await openPlan(running, {
      locale,
      onWrite: () => saved(begun),
      onRead: ({ query }) => (query["planKey"] ? { body: begun } : undefined),
    });
    const form = () => shown.panel(nextTitle);
    fire(form().find(NumberInput), "onChange", 2_000_000);
    fire(form().find(TextArea), "onInput", "Ask earlier");
    fire(box(form(), "carry-obstacles"), "onChange", false);
    form().find(Form).trigger("onSubmit");
    form().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.closed()).toEqual(["keyline-next-early"]));
    expect(shown.writes()).toMatchObject([
      {
        path: "/cards/plan/next",
        body: {
          planKey: "101:2026",
          expected: "active",
          goalMinor: 200_000_000,
          closes: true,
          note: "Ask earlier",
          carry: { objectives: true, obstacles: false, needs: true },
        },
      },
    ]);
    await shown.until(() => expect(shown.texts()).toContain(words.activatePlan));
    await shown.until(() => expect(shown.asked.at(-1)?.query).toMatchObject({ planKey: "101:2027" }));
  });

  test("without closing this one, nothing goes on yet and nothing is asked about it", async () => {
    const shown = await openPlan(running, { locale });
    const form = () => shown.panel(nextTitle);
    fire(box(form(), "closes"), "onChange", false);
    await shown.until(() => expect(textIn(form())).not.toContain(words.goesOn));
    expect(form().maybeFind(TextArea)).toBeNull();
    form().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toMatchObject([{ body: { closes: false, note: null } }]));
  });

  test("after a lost answer it is asked for again under the same key: one plan", async () => {
    const shown = await openPlan(running, {
      locale,
      onWrite: (_, count) => (count === 1 ? "no answer" : saved(running)),
    });
    const form = () => shown.panel(nextTitle);
    form().find(Form).trigger("onSubmit");
    await shown.until(() => expect(textIn(form())).toContain(words.offlineText));
    form().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.closed()).toHaveLength(1));
    expect(new Set(shown.writes().map(({ body }) => body["idempotencyKey"])).size).toBe(1);
  });

  test("somebody else moved the plan on: said, and nothing is begun", async () => {
    const shown = await openPlan(running, { locale, onWrite: () => moved });
    shown.panel(nextTitle).find(Form).trigger("onSubmit");
    await shown.until(() => expect(textIn(shown.panel(nextTitle))).toContain(movedText));
    expect(shown.closed()).toEqual([]);
  });

  test("of a closed plan it is the one primary button, and closes nothing again", async () => {
    const shown = await openPlan(closed, { locale });
    expect(plain(shown.find(Button, { variant: "primary" }).text ?? "")).toBe(startNext);
    const form = shown.panel(nextTitle);
    expect(form.findAll(Checkbox).map(({ props }) => props.name)).not.toContain("closes");
    form.find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.writes()).toMatchObject([{ body: { expected: "closed", closes: true } }]));
  });
});

describe.each(languages)("between periods, in $locale", (under) => {
  const { locale, words, openNext, earlier, reading, learnt } = under;
  const period = { key: "101:2025", period: "2025", status: "closed", startsOn: null, endsOn: null } as const;

  test("an earlier one is read by its key, with the way back", async () => {
    const old = planWith({ ...period });
    const onRead = ({ query }: Asked) => (query["planKey"] === period.key ? { body: old } : undefined);
    const shown = await openPlan({ ...running, periods: [period] }, { locale, onRead });
    shown.item(earlier).trigger("onClick");
    await shown.until(() => expect(shown.texts()).toContain(reading));
    expect(shown.asked.some(({ query }) => query["planKey"] === period.key)).toBe(true);
    shown.find(Button, ({ text }) => text === words.backToCurrent).trigger("onClick");
    await shown.until(() => expect(shown.texts()).not.toContain(reading));
  });

  test("a closed one says when it was closed and what was learnt", async () => {
    const shown = await openPlan(closed, { locale });
    expect(shown.texts()).toContain(learnt);
  });

  test("where the next one stands already, the button opens it", async () => {
    const after = { ...next, key: "101:2027" };
    const shown = await openPlan(planWith({ ...closed.plan, next: after }), { locale });
    shown.find(Button, { variant: "primary" }).trigger("onClick");
    await shown.until(() => expect(shown.asked.at(-1)?.query).toMatchObject({ planKey: "101:2027" }));
    expect(shown.texts()).toContain(openNext);
  });
});

describe.each(languages)("marking, in $locale", ({ locale, words, movedText }) => {
  test.each([
    ["active", "in_review", "markInReview"],
    ["in_review", "active", "endInReview"],
  ] as const)("from %s to %s", async (status, to, name) => {
    const shown = await openPlan(planWith({ status }), { locale });
    shown.item(words[name]).trigger("onClick");
    await shown.until(() => expect(shown.alerts()).toEqual([{ type: "success", message: words.planMarked }]));
    expect(shown.writes()).toMatchObject([
      { path: "/cards/plan/status", body: { planKey: "101:2026", expected: status, to } },
    ]);
  });

  test("what went wrong stands on the item, which can be pressed again", async () => {
    const shown = await openPlan(running, { locale, onWrite: (_, count) => (count === 1 ? "no answer" : moved) });
    shown.item(words.markInReview).trigger("onClick");
    await shown.until(() => expect(shown.menu()).toContain(words.notSavedTitle));
    shown.item(words.notSavedTitle).trigger("onClick");
    await shown.until(() => expect(shown.menu()).toContain(movedText));
  });
});
