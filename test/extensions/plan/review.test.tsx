import { describe, expect, test } from "@jest/globals";
import { Alert, Button, DateInput, Form, LoadingSpinner, TextArea } from "@hubspot/ui-extensions";
import { ar, en } from "@keyline/ui";
import { refusal } from "../answers.ts";
import { fire, plain, textIn, type Asked } from "../stage.tsx";
import { openPlan, planWith, type Given } from "./open-plan.ts";
import { saved } from "./plan-card.ts";

const answer = planWith({ success: { measures: [], lastReviewedOn: "2026-10-01", reviews: [] } });
const offer = {
  since: "2026-10-01",
  changes: ["Two needs met", "Goal raised from SAR 1.5m to SAR 1.8m"],
  nextReviewOn: "2027-01-10",
};
const languages = [
  {
    locale: "en",
    words: en,
    title: "Review of Plan 2026",
    since: "What has changed since Thu 1 Oct",
    theirs: "There now: Fri 20 Nov: Wait for the board",
    mine: "Yours: Ask for the second plant",
  },
  {
    locale: "ar-sa",
    words: ar,
    title: "مراجعة خطة ٢٠٢٦",
    since: "ما الذي تغيّر منذ الخميس ١ أكتوبر",
    theirs: "الموجود الآن: الجمعة ٢٠ نوفمبر: Wait for the board",
    mine: "ما كتبته: Ask for the second plant",
  },
] as const;
const isReview = ({ path }: Asked) => path === "/cards/plan/review";
const giveOffer = (asked: Asked) => (isReview(asked) ? { body: offer } : undefined);

type Opened = Given & { title: string };

/** The panel opened by the card's primary button, as far as its answer. */
async function openReview({ title, ...given }: Opened) {
  const shown = await openPlan(answer, { onRead: giveOffer, ...given });
  expect(shown.asked.filter(isReview)).toEqual([]);
  shown.find(Button, { variant: "primary" }).trigger("onClick");
  const panel = () => shown.panel(title);
  await shown.until(() => expect(panel().maybeFind(LoadingSpinner)).toBeNull());
  const decide = (text: string) => {
    fire(panel().find(TextArea), "onInput", text);
    panel().find(Form).trigger("onSubmit");
  };
  return { ...shown, panel, decide };
}

describe.each(languages)("a review, in $locale", ({ locale, words, title, since, theirs, mine }) => {
  test("is read when its panel opens, and says what has changed", async () => {
    const shown = await openReview({ locale, title });
    expect(shown.asked.filter(isReview).map(({ query }) => query["planKey"])).toEqual(["101:2026"]);
    expect(textIn(shown.panel()).split("\n")).toEqual(expect.arrayContaining([since, ...offer.changes]));
    expect(shown.panel().find(DateInput).props.value).toEqual({ year: 2027, month: 0, date: 10 });
  });

  test("the first one with nothing changed says both", async () => {
    const onRead = (asked: Asked) => (isReview(asked) ? { body: { ...offer, since: null, changes: [] } } : undefined);
    const shown = await openReview({ locale, title, onRead });
    expect(textIn(shown.panel()).split("\n")).toEqual(
      expect.arrayContaining([words.reviewSinceStart, words.reviewNothing]),
    );
  });

  test("failed says so, with another try", async () => {
    let isConnected = false;
    const onRead = (asked: Asked) =>
      isReview(asked) ? (isConnected ? { body: offer } : ("no answer" as const)) : undefined;
    const shown = await openReview({ locale, title, onRead });
    expect(textIn(shown.panel())).toContain(words.offlineText);
    isConnected = true;
    shown.panel().find(Button).trigger("onClick");
    await shown.until(() => expect(textIn(shown.panel())).toContain(since));
  });

  test("without a decision nothing is sent, and it is said at the field", async () => {
    const shown = await openReview({ locale, title });
    shown.decide("  ");
    const message = locale === "en" ? "Fill this in." : "املأ هذا الحقل.";
    await shown.until(() => expect(shown.panel().find(TextArea).props.validationMessage).toBe(message));
    expect(shown.writes()).toEqual([]);
  });

  test("is closed once, with what was decided and when to look again", async () => {
    const shown = await openReview({ locale, title });
    fire(shown.panel().find(DateInput), "onChange", { year: 2027, month: 1, date: 7 });
    shown.decide("Ask for the second plant");
    shown.panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.closed()).toEqual(["keyline-review"]));
    expect(shown.writes()).toMatchObject([
      {
        path: "/cards/plan/review/close",
        body: {
          planKey: "101:2026",
          expectedLast: "2026-10-01",
          decisions: "Ask for the second plant",
          nextReviewOn: "2027-02-07",
        },
      },
    ]);
    expect(shown.alerts()).toEqual([{ type: "success", message: words.reviewClosed }]);
  });

  test("closed by somebody else meanwhile: both are shown, and mine follows theirs only when asked", async () => {
    const conflict = { status: 409, body: refusal("conflict", { on: "2026-11-20", decisions: "Wait for the board" }) };
    const shown = await openReview({
      locale,
      title,
      onWrite: (_, count) => (count === 1 ? conflict : saved(answer)),
    });
    shown.decide("Ask for the second plant");
    await shown.until(() => expect(textIn(shown.panel()).split("\n")).toEqual(expect.arrayContaining([theirs, mine])));
    shown
      .panel()
      .find(Alert)
      .find(Button, ({ text }) => text === words.useMine)
      .trigger("onClick");
    await shown.until(() => expect(shown.writes()).toHaveLength(2));
    expect(shown.writes()[1]?.body).toMatchObject({ expectedLast: "2026-11-20" });
  });

  test("a lost answer keeps what was decided, and trying again carries the same key", async () => {
    const shown = await openReview({
      locale,
      title,
      onWrite: (_, count) => (count === 1 ? "no answer" : saved(answer)),
    });
    shown.decide("Ask for the second plant");
    await shown.until(() => expect(plain(shown.panel().find(Alert).props.title)).toBe(words.notSavedTitle));
    expect(shown.panel().find(TextArea).props.value).toBe("Ask for the second plant");
    shown.panel().find(Form).trigger("onSubmit");
    await shown.until(() => expect(shown.closed()).toHaveLength(1));
    expect(new Set(shown.writes().map(({ body }) => body["idempotencyKey"])).size).toBe(1);
  });
});

test("a plan that is in review is finished by the same panel", async () => {
  const shown = await openPlan(planWith({ status: "in_review" }));
  expect(shown.find(Button, { variant: "primary" }).text).toBe("Close the review");
});
