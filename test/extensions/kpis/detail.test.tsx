import { describe, expect, test } from "@jest/globals";
import {
  Accordion,
  BarChart,
  Button,
  ErrorState,
  LineChart,
  Link,
  Table,
  type ChartProps,
} from "@hubspot/ui-extensions";
import type { CountedRecord, KpiDetailAnswer } from "@keyline/domain";
import { fire, plain, textIn } from "../stage.tsx";
import { detail } from "./answers.ts";
import { openKpis } from "./open-kpis.ts";

const record = (id: number, changed: Partial<CountedRecord> = {}): CountedRecord => ({
  id: String(id),
  object: "deals",
  link: { id: String(id), name: `Deal ${id}`, url: `https://app.hubspot.com/contacts/1/record/0-3/${id}` },
  on: "2026-11-05",
  share: { kind: "one" },
  note: null,
  ...changed,
});

/** The rows of a chart, as a person reads them. */
function pointsOf(data: ChartProps["data"]) {
  const rows = Array.isArray(data) ? data : data.data;
  return rows.map((row) => ({ ...row, period: plain(String(row["period"])) }));
}

async function openDetail(changed: Partial<KpiDetailAnswer> = {}, { metric = "New sales", ...options } = {}) {
  const answers = { "/cards/kpis/metric": () => ({ body: detail(changed) }) };
  const shown = await openKpis({ answers, ...options });
  shown.button(metric).trigger("onClick");
  await shown.until(() => expect(textIn(shown.panel(metric))).toContain("How it is counted"));
  return { ...shown, opened: () => shown.panel(metric), read: () => textIn(shown.panel(metric)) };
}

describe("where a number comes from", () => {
  test("is read when it is opened, not before", async () => {
    const shown = await openKpis();
    expect(shown.asked).toHaveLength(1);
    shown.button("New sales").trigger("onClick");
    await shown.until(() => expect(shown.asked).toHaveLength(2));
    expect(shown.asked[1]).toMatchObject({
      path: "/cards/kpis/metric",
      query: { companyId: "101", metric: "new_sales", period: "2026-Q4", page: "0" },
    });
  });

  test("the formula in words, and the very deals as links with their amount", async () => {
    const shown = await openDetail();
    expect(shown.read()).toContain("Won deals of new business that closed in the period");
    expect(shown.read()).toContain("1 record counted");
    expect(shown.read()).toContain("SAR 310k");
    expect(shown.opened().find(Link).props.href).toEqual({
      url: "https://app.hubspot.com/contacts/1/record/0-3/801",
      external: true,
    });
  });

  test.each<[string, CountedRecord["share"], string]>([
    ["an answer", { kind: "answer", value: 4, of: 5, says: "satisfied" }, "4 of 5 · satisfied"],
    ["a check-in", { kind: "check-in", says: "late" }, "held late"],
    ["recommendations", { kind: "promises", done: 1, given: 2 }, "1 of 2 carried out"],
    ["a need", { kind: "need", status: "met" }, "Met"],
    ["a signal", { kind: "signal", is: "case_study" }, "Case study"],
    ["a deal without an amount", { kind: "money", amountMinor: null, isBefore: true }, "no amount · the period before"],
  ])("%s says what it adds", async (_, share, words) => {
    const shown = await openDetail({ counted: { total: 1, gone: 0, records: [record(1, { share })] } });
    expect(shown.read()).toContain(words);
  });

  test("the customer's own words stand below the name", async () => {
    const shown = await openDetail({
      counted: { total: 1, gone: 0, records: [record(1, { note: "Not one lost pallet" })] },
    });
    expect(shown.read()).toContain("Not one lost pallet");
  });

  test("what was left out, and why", async () => {
    const leftOut = [{ reason: "no_amount", total: 2, records: [record(2), record(3)] }];
    const shown = await openDetail({ leftOut });
    expect(plain(shown.opened().find(Accordion).props.title)).toBe("2 deals without an amount");
    expect(shown.read()).toContain("Deal 3");
  });

  test("a record that is gone is said", async () => {
    const shown = await openDetail({ counted: { total: 3, gone: 1, records: [record(1)] } });
    expect(shown.read()).toContain("1 of them is no longer in HubSpot");
  });

  test("ten rows a page; the backend is asked again only after a hundred", async () => {
    const records = Array.from({ length: 100 }, (_, index) => record(index + 1));
    const shown = await openDetail({ counted: { total: 130, gone: 0, records } });
    const table = () => shown.opened().find(Table);
    expect(table().props).toMatchObject({ pageCount: 13, page: 1 });
    fire(table(), "onPageChange", 10);
    await shown.until(() => expect(shown.read()).toContain("Deal 100"));
    expect(shown.asked).toHaveLength(2);
    fire(table(), "onPageChange", 11);
    await shown.until(() => expect(shown.asked).toHaveLength(3));
    expect(shown.asked[2]?.query["page"]).toBe("1");
  });

  test("bars for what adds up, a line for what stands, the target in both", async () => {
    const sales = await openDetail();
    const data = pointsOf(sales.opened().find(BarChart).props.data);
    expect(data).toContainEqual({ period: "Q4 2026", series: "New sales", value: 310_000 });
    expect(data).toContainEqual({ period: "Q4 2026", series: "Target", value: 400_000 });
    const satisfaction = await openDetail({}, { metric: "Satisfaction" });
    expect(pointsOf(satisfaction.opened().find(LineChart).props.data)).toContainEqual({
      period: "Q3 2026",
      series: "Satisfaction",
      value: 70,
    });
  });

  test("what no one has measured is no point on the chart", async () => {
    const shown = await openDetail(
      { value: null, noData: "no_answer", counted: { total: 0, gone: 0, records: [] } },
      { metric: "NPS" },
    );
    expect(shown.opened().maybeFind(LineChart)).toBeNull();
    expect(shown.read()).toContain("Send a survey from HubSpot to a contact of this company.");
  });

  test("failing, it says so and tries again, while the chart and the target stay", async () => {
    let isConnected = false;
    const answers = { "/cards/kpis/metric": () => (isConnected ? { body: detail() } : ("no answer" as const)) };
    const shown = await openKpis({ answers });
    shown.button("New sales").trigger("onClick");
    await shown.until(() => expect(shown.panel("New sales").maybeFind(ErrorState)).not.toBeNull());
    expect(shown.panel("New sales").maybeFind(BarChart)).not.toBeNull();
    isConnected = true;
    shown.panel("New sales").find(ErrorState).find(Button).trigger("onClick");
    await shown.until(() => expect(textIn(shown.panel("New sales"))).toContain("Line 4 upgrade"));
  });

  test("for a reader of Arabic on a left-to-right page the oldest stands at the right", async () => {
    const shown = await openKpis({ locale: "ar-sa" });
    shown.button("مبيعات جديدة").trigger("onClick");
    await shown.until(() => expect(shown.panel("مبيعات جديدة").maybeFind(BarChart)).not.toBeNull());
    const data = shown.panel("مبيعات جديدة").find(BarChart).props.data;
    const periods = pointsOf(data).map(({ period }) => period);
    expect(periods[0]).toBe("الربع ٤ من ٢٠٢٦");
    expect(periods.at(-1)).toBe("الربع ٣ من ٢٠٢٦");
  });
});
