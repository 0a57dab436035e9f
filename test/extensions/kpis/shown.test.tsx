import { describe, expect, test } from "@jest/globals";
import { ProgressBar, Select, StatusTag, TableRow, Text } from "@hubspot/ui-extensions";
import { fire, textIn } from "../stage.tsx";
import { figure, kpis } from "./answers.ts";
import { openKpis } from "./open-kpis.ts";

/** The texts of the row of one metric. */
function row(shown: Awaited<ReturnType<typeof openKpis>>, name: string): string {
  return (
    shown
      .findAll(TableRow)
      .map(textIn)
      .find((text) => text.startsWith(name)) ?? ""
  );
}

describe("a line for each metric", () => {
  test.each([
    [
      "en",
      [
        "1 of 4 targets reached · 2 behind",
        "Key account · runs until Thu 31 Dec · compared with Q3 2026",
        "SAR 310k of 400k",
        "78% · On track",
        "▲ 12%",
        "61%, target 80%",
        "▼ 9",
        "No answers yet",
        "4, at most 3",
        "Above limit",
      ],
    ],
    [
      "ar-sa",
      [
        "حساب رئيسي – تستمر حتى الخميس ٣١ ديسمبر – مقارنةً مع الربع ٣ من ٢٠٢٦",
        "٧٨٪ – في الموعد",
        "▲ ١٢٪",
        "٦١٪، والمستهدف ٨٠٪",
        "لا إجابات بعد",
        "٤، والحد ٣",
        "فوق الحد",
      ],
    ],
  ])("in %s", async (locale, texts) => {
    const shown = await openKpis({ locale });
    const read = shown.texts().map((text) => text.replaceAll("\u061c", "").replaceAll("\u200f", ""));
    expect(read).toEqual(expect.arrayContaining(texts));
  });

  test("no data is words, with no bar and no zero", async () => {
    const shown = await openKpis();
    const text = row(shown, "NPS");
    expect(text).toContain("No answers yet");
    expect(text.replace("NPS · Q4 2026", "")).not.toMatch(/[\d█▁]/);
  });

  test("nought of a target is a nought, which is something else than no data", async () => {
    const figures = [
      figure("upsell", { value: 0, target: { value: 100, isOwn: false }, attainmentPercent: 0, standing: "behind" }),
    ];
    const shown = await openKpis({ answer: kpis({ figures }) });
    expect(row(shown, "Upsell")).toContain("SAR 0 of");
  });

  test("a bar never runs over its end, and one that is behind is amber", async () => {
    const shown = await openKpis();
    const bars = shown.findAll(ProgressBar).map(({ props }) => [props.value, props.variant]);
    expect(bars).toContainEqual([100, "success"]);
    expect(bars).toContainEqual([76.3, "warning"]);
  });

  test("fewer open tickets are good news, less satisfaction is not", async () => {
    const trend = { difference: -2, percent: null };
    const figures = [
      figure("open_tickets", { value: 1, trend: { ...trend, isGood: true } }),
      figure("satisfaction", { value: 50, trend: { ...trend, isGood: false } }),
    ];
    const shown = await openKpis({ answer: kpis({ figures }) });
    expect(shown.findAll(StatusTag).map(({ props }) => props.variant)).toEqual(["success", "warning"]);
  });

  test("time runs as the reader reads: to the right, or to the left", async () => {
    const lineOf = async (locale: string) => {
      const shown = await openKpis({ locale });
      return (
        shown
          .findAll(Text)
          .map(({ text }) => text ?? "")
          .find((text) => text.includes("█")) ?? ""
      );
    };
    expect(await lineOf("en")).toMatch(/^\u2066[▁-█–]+\u2069$/);
    expect(await lineOf("ar-sa")).toMatch(/^\u2067[▁-█–]+\u2069$/);
  });
});

describe("choosing a period", () => {
  const selects = (shown: Awaited<ReturnType<typeof openKpis>>) =>
    shown.findAll(Select).filter(({ props }) => props.name !== "contactId");

  test("asks for it by one call, and shows the choice at once", async () => {
    const past = kpis({ period: { ...kpis().period, key: "2026-Q2", stage: "over", comparedWith: "2026-Q1" } });
    const shown = await openKpis({ answers: { "/cards/kpis": (_, count) => ({ body: count === 1 ? kpis() : past }) } });
    const [, period] = selects(shown);
    if (period) fire(period, "onChange", "2026-Q2");
    expect(selects(shown)[1]?.props.value).toBe("2026-Q2");
    await shown.until(() => expect(shown.texts()).toContain("Key account · compared with Q1 2026"));
    expect(shown.asked.at(-1)?.query).toMatchObject({ companyId: "101", kind: "quarter", period: "2026-Q2" });
    expect(shown.asked).toHaveLength(2);
  });

  test("another length begins with the one that runs", async () => {
    const shown = await openKpis();
    const [kind] = selects(shown);
    if (kind) fire(kind, "onChange", "month");
    await shown.until(() => expect(shown.asked).toHaveLength(2));
    expect(shown.asked[1]?.query).toMatchObject({ kind: "month", period: "2026-11" });
  });

  test("in the past, what was not reached is not “behind” any more", async () => {
    const shown = await openKpis({ answer: kpis({ period: { ...kpis().period, stage: "over" } }) });
    expect(shown.texts()).toContain("76% · Not reached");
    expect(shown.texts()).not.toContain("76% · Behind");
  });
});
