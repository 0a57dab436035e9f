import { describe, expect, test } from "@jest/globals";
import {
  Accordion,
  Button,
  Form,
  ProgressBar,
  ScoreCircle,
  Select,
  StatusTag,
  ToggleGroup,
} from "@hubspot/ui-extensions";
import type { SummaryAnswer } from "@keyline/domain";
import { Summary } from "../../extensions/app/cards/Summary.tsx";
import { checkIns, contact, notManagedSummary, overdue, summary } from "./answers.ts";
import { fire, plain, stage, type Asked } from "./stage.tsx";

const saved = { outcome: "saved", checkIns: checkIns() };

async function openSummary(changed: Partial<SummaryAnswer> = {}, locale = "en") {
  const backend = ({ path, method }: Asked) => {
    if (method === "POST") return { body: saved };
    return { body: path === "/cards/summary" ? summary(changed) : checkIns({ overdue: [overdue] }) };
  };
  const shown = stage(Summary, backend, { locale, location: "crm.record.sidebar" });
  await shown.until(() => expect(shown.texts().join()).toMatch(/Noura|Start managing/));
  return shown;
}

describe("the account at a glance", () => {
  test.each([
    [
      "en",
      [
        "Key account · A",
        "Noura Alharbi",
        "69%",
        "SAR 1.24m of 1.8m",
        "Behind pace by SAR 310k",
        "Sun 29 Nov · in 5 days",
      ],
    ],
    ["ar-sa", ["حساب رئيسي – أ", "Noura Alharbi", "إيراد ٢٠٢٦", "الأحد ٢٩ نوفمبر – خلال ٥ أيام"]],
  ])("in %s", async (locale, words) => {
    const shown = await openSummary({}, locale);
    expect(shown.texts()).toEqual(expect.arrayContaining(words));
  });

  test("health says its two heaviest reasons at once, all of them behind “Why?”", async () => {
    const shown = await openSummary();
    expect(shown.find(ScoreCircle).props.score).toBe(72);
    const texts = shown.texts();
    const before = texts.slice(0, texts.indexOf("Why?"));
    expect(before).toEqual(expect.arrayContaining(["−12", "2 check-ins overdue", "−9", "satisfaction fell to 61%"]));
    expect(before).not.toContain("1 open ticket");
    expect(shown.find(Accordion, { title: "Why?" }).findAll(StatusTag)).toEqual([]);
    expect(texts).toContain("1 open ticket");
  });

  test("a part whose fact the record does not show is told as the score put it", async () => {
    const reasons = [{ part: "told", points: -6, says: "50% of check-ins kept" } as const];
    const shown = await openSummary({ health: { score: 62, band: "slipping", reasons } });
    expect(shown.texts()).toEqual(expect.arrayContaining(["−6", "50% of check-ins kept"]));
  });

  test("with too little known, health is words and no number", async () => {
    const shown = await openSummary({ health: { score: null, band: "unknown", reasons: [] } });
    expect(shown.texts()).toContain("Not enough known");
    expect(shown.maybeFind(ScoreCircle)).toBeNull();
  });

  test("no revenue known is words, never zero", async () => {
    const revenue = { period: "2026", toDateMinor: null, goalMinor: null, attainmentPercent: null, paceMinor: null };
    const shown = await openSummary({ revenue });
    expect(shown.texts()).toContain("No revenue known yet");
    expect(shown.maybeFind(ProgressBar)).toBeNull();
  });

  test.each([
    ["2027-06-30", "open", "notice by Wed 30 Jun 2027 · in 218 days", undefined],
    ["2026-12-31", "open", "notice by Thu 31 Dec · in 37 days", "warning"],
    ["2026-11-20", "open", "notice date Fri 20 Nov has passed", "danger"],
    ["2026-11-20", "renewed", "notice date Fri 20 Nov has passed", undefined],
  ] as const)("notice by %s, %s: %s", async (noticeBy, outlook, text, variant) => {
    const shown = await openSummary({ contract: { ends: null, noticeBy, valueMinor: null, outlook } });
    expect(shown.texts()).toContain(text);
    const tag = shown.findAll(StatusTag).find((one) => plain(one.text ?? "") === text);
    expect(tag?.props.variant).toBe(variant);
  });
});

describe("do next is one line", () => {
  const link = { id: "1", name: "Reporting in Arabic", url: null };
  test.each<[SummaryAnswer["doNext"], string, string]>([
    [{ kind: "log-overdue", checkIn: overdue }, "Log the check-in of Sun 22 Nov", "سجّل متابعة الأحد ٢٢ نوفمبر"],
    [
      { kind: "decide-renewal", noticeBy: "2026-12-31" },
      "Decide on the renewal: notice by Thu 31 Dec",
      "احسم أمر التجديد: آخر موعد للإشعار الخميس ٣١ ديسمبر",
    ],
    [
      { kind: "serve-need", need: link, count: 2 },
      "Plan initiatives for 2 high-risk needs, “Reporting in Arabic” first",
      "خطّط مبادرتين لاحتياجين عاليَي الخطورة، أولهما «Reporting in Arabic»",
    ],
    [
      { kind: "late-objective", objective: link, key: "101:reporting", status: "planned", due: "2026-11-01" },
      "Move “Reporting in Arabic” on: it was due Sun 1 Nov",
      "حرّك «Reporting in Arabic»: كان موعده الأحد ١ نوفمبر",
    ],
    [{ kind: "find-decision-maker" }, "Find out who decides here", "اعرف من يتخذ القرار هنا"],
    [
      { kind: "plan-ends", plan: link, ends: "2026-12-31" },
      "Prepare the next plan: this one ends Thu 31 Dec",
      "جهّز الخطة التالية: تنتهي الحالية الخميس ٣١ ديسمبر",
    ],
    [{ kind: "nothing" }, "Nothing waits for you here.", "لا شيء ينتظرك هنا."],
    [
      { kind: "confirm-contact", contact, checkIn: overdue },
      "You met S. Haddad on Thu 19 Nov. Was that this check-in?",
      "التقيت S. Haddad يوم الخميس ١٩ نوفمبر. هل كانت هذه هي المتابعة؟",
    ],
  ])("%j", async (doNext, english, arabic) => {
    expect((await openSummary({ doNext })).texts()).toContain(english);
    expect((await openSummary({ doNext }, "ar-sa")).texts()).toContain(arabic);
  });
});

test("logging from the sidebar reads the check-ins only when the panel opens, then the summary again", async () => {
  const shown = await openSummary();
  const button = () => shown.find(Button, { variant: "primary" });
  expect(shown.asked).toHaveLength(1);
  button().trigger("onClick");
  await shown.until(() => expect(button().props.overlay?.maybeFind(Form)).not.toBeNull());
  const panel = () => button().props.overlay;
  expect(panel()?.find(Select, { name: "checkIn" }).props.value).toBe(overdue.key);
  fire(panel()!.find(ToggleGroup, { name: "outcome" }), "onChange", "good");
  panel()?.find(Form).trigger("onSubmit");
  await shown.until(() => expect(shown.asked).toHaveLength(4));
  expect(shown.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /cards/summary",
    "GET /cards/check-ins",
    "POST /cards/check-ins/log",
    "GET /cards/summary",
  ]);
});

test("managing starts from the sidebar too", async () => {
  const shown = await openSummary(notManagedSummary);
  shown.find(Form).trigger("onSubmit");
  await shown.until(() => expect(shown.asked).toHaveLength(3));
  expect(shown.asked[1]).toMatchObject({ path: "/cards/check-ins/start-managing", body: { type: "key" } });
});
