import { describe, expect, test } from "@jest/globals";
import { Accordion, LoadingButton } from "@hubspot/ui-extensions";
import { CheckIns } from "../../../extensions/app/cards/CheckIns.tsx";
import { checkIns, overdue } from "../answers.ts";
import { plain, stage, textIn } from "../stage.tsx";
import { openCard } from "./open-card.ts";

describe("what the card shows", () => {
  test.each([
    ["en", "Every month, first Sunday · Noura Alharbi"],
    ["ar-sa", "كل شهر، أول أحد – Noura Alharbi"],
  ])("the rhythm in words, in %s", async (locale, line) => {
    const shown = await openCard(checkIns(), undefined, locale);
    expect(shown.texts()).toContain(line);
  });

  test.each([
    ["en", ["Sun 6 Dec", "in 12 days", "Planned", "Reminder Thu 3 Dec"]],
    ["ar-sa", ["الأحد ٦ ديسمبر", "خلال ١٢ يومًا", "مخطَّط", "التذكير الخميس ٣ ديسمبر"]],
  ])("the next check-in with its distance and reminder, in %s", async (locale, words) => {
    const shown = await openCard(checkIns(), undefined, locale);
    expect(shown.texts()).toEqual(expect.arrayContaining(words));
  });

  test("an overdue one first, with how late, the day it was meant for, and its task", async () => {
    const shown = await openCard(checkIns({ overdue: [overdue] }));
    const texts = shown.texts();
    expect(texts).toEqual(
      expect.arrayContaining([
        "Sun 22 Nov",
        "2 days late",
        "Overdue",
        "planned for Fri 20 Nov, a day off",
        "Reminder is open",
      ]),
    );
    expect(texts.indexOf("Sun 22 Nov")).toBeLessThan(texts.indexOf("Sun 6 Dec"));
  });

  test.each([
    [
      "en",
      [
        "Since Sun 1 Nov",
        "Won “Line 4 upgrade” · SAR 90k",
        "Ticket “Late delivery” open for 9 days",
        "Reporting in Arabic (high risk, unconfirmed)",
        "Second plant (due Sun 20 Dec)",
        "The renewal: notice by Thu 31 Dec",
        "Send integration guide",
        "Tom · by Fri 20 Nov",
      ],
    ],
    [
      "ar-sa",
      [
        "منذ الأحد ١ نوفمبر",
        "تذكرة «Late delivery» مفتوحة منذ ٩ أيام",
        "Reporting in Arabic (عالي الخطورة، غير مؤكد)",
        "التجديد: آخر موعد للإشعار الخميس ٣١ ديسمبر",
        "Tom – قبل الجمعة ٢٠ نوفمبر",
      ],
    ],
  ])("the brief, in %s", async (locale, words) => {
    const shown = await openCard(checkIns(), undefined, locale);
    const texts = shown.texts();
    for (const word of words) expect(texts).toContain(word);
  });

  test("the timeline, one line a check-in", async () => {
    const shown = await openCard(checkIns());
    const title = "Tue 3 Nov · Held 2 days late · 4 topics · 2 recommendations · 1 carried out";
    expect(shown.findAll(Accordion).map(({ props }) => plain(props.title))).toContain(title);
  });

  test.each([
    [
      "en",
      [
        "S. Haddad",
        "Prices",
        "Line 4 runs since the upgrade",
        "Train the planners · Tom · Carried out",
        "Budget freeze",
      ],
    ],
    [
      "ar-sa",
      ["S. Haddad", "Prices", "Line 4 runs since the upgrade", "Train the planners – Tom – نُفّذت", "Budget freeze"],
    ],
  ])("a line opens to who was there, what was said and what came of it, in %s", async (locale, words) => {
    const shown = await openCard(checkIns(), undefined, locale);
    const line = shown.findAll(Accordion).at(-1);
    expect(textIn(line!).split("\n")).toEqual(expect.arrayContaining(words));
  });

  test("a pause, and a rhythm tightened before a notice date", async () => {
    const rhythm = { name: "monthly", rule: null, startsOn: "2026-11-01", tightenedUntil: null } as const;
    const paused = await openCard(
      checkIns({ rhythm: { ...rhythm, pausedFrom: "2026-11-20", pausedUntil: "2026-12-20" } }),
    );
    expect(paused.texts()).toContain("Paused from Fri 20 Nov until Sun 20 Dec");
    const tightened = { ...rhythm, pausedFrom: null, pausedUntil: null, tightenedUntil: "2026-12-31" } as const;
    const shown = await openCard(checkIns({ rhythm: tightened }));
    expect(shown.texts()).toContain("More often until the notice date Thu 31 Dec");
  });

  test("no check-in planned: says that the rhythm plans the next one", async () => {
    const shown = await openCard(checkIns({ next: null }));
    expect(shown.texts()).toContain("No check-in planned");
  });

  test("earlier ones are read when asked for, from the last one shown", async () => {
    const older = { ...checkIns().history[0]!, id: "498", heldOn: "2026-10-04", due: "2026-10-04" } as const;
    const shown = stage(CheckIns, ({ query }) => ({
      body: checkIns(query["before"] ? { history: [older] } : { hasEarlier: true }),
    }));
    await shown.until(() => expect(shown.texts()).toContain("Show earlier ones"));
    shown.find(LoadingButton, (button) => plain(button.text ?? "") === "Show earlier ones").trigger("onClick");
    await shown.until(() => expect(shown.texts().join()).toContain("Sun 4 Oct"));
    expect(shown.asked[1]?.query["before"]).toBe("2026-11-01");
    expect(shown.texts()).not.toContain("Show earlier ones");
  });
});
