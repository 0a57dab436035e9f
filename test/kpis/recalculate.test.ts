import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { accountKpi, company, defaultSettings, revenueMonths } from "@keyline/domain";
import { readRevenueByMonth, recalculate } from "../../src/kpis/index.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";

interface Loaded {
  company: string;
  cents: number;
  closedAt: string;
  isWon: boolean;
  isNew: boolean;
}

const riyadhMs = 3 * 3_600_000;
let stage: Stage;
let loaded: Loaded[];
let ids: string[];

beforeAll(async () => {
  stage = await openStage();
  ids = await stage.companies(5, { am_account_type: "key", am_rhythm: "monthly" });
  // The last company has no deal.
  loaded = Array.from({ length: 240 }, (_, index) => ({
    company: ids[index % 4] ?? "",
    cents: (index * 7919 + 13) % 1_000_003,
    // Steps of 67 hours and 59 minutes: some fall on either side of midnight in Riyadh.
    closedAt: new Date(Date.parse("2025-01-01T20:30:00Z") + index * 4_079 * 60_000).toISOString(),
    isWon: index % 3 > 0,
    isNew: index % 5 === 0,
  }));
  const type = await stage.hubspot.associations.type("deals", "companies");
  await stage.hubspot.records("deals").create(
    loaded.map(({ company, cents, closedAt, isWon, isNew }, index) => ({
      properties: {},
      extra: {
        dealname: `Deal ${index}`,
        amount: (cents / 100).toFixed(2),
        closedate: closedAt,
        dealtype: isNew ? "newbusiness" : "existingbusiness",
        dealstage: isWon ? "closedwon" : "closedlost",
        pipeline: "default",
      },
      associations: [{ to: company, typeId: type.typeId, category: type.category }],
    })),
  );
}, 60_000);

afterAll(() => stage?.close());

const run = (period: string, companyIds?: string[]) =>
  recalculate(
    { hubspot: stage.hubspot, settings: defaultSettings, now: stage.parts.now },
    { period, ...(companyIds && { companyIds }) },
  );

function total(company: string, startsWith: readonly string[], isNew: boolean): number {
  return loaded
    .filter((deal) => deal.company === company && deal.isWon && deal.isNew === isNew)
    .filter(({ closedAt }) => {
      const local = new Date(Date.parse(closedAt) + riyadhMs).toISOString();
      return startsWith.some((start) => local.startsWith(start));
    })
    .reduce((sum, { cents }) => sum + cents, 0);
}

test.each([
  ["2025-04", ["2025-04"]],
  ["2026-Q2", ["2026-04", "2026-05", "2026-06"]],
  ["2025", ["2025"]],
])("%s agrees with totals counted apart, to the minor unit", async (period, months) => {
  const { companies } = await run(period);
  for (const id of ids.slice(0, 4)) {
    expect(companies[id]?.["new_sales"]?.value).toBe(total(id, months, true));
    expect(companies[id]?.["upsell"]?.value).toBe(total(id, months, false));
  }
});

test("a company that never had a deal has no data, which is not zero", async () => {
  const { companies } = await run("2025-04");
  expect(companies[ids[4] ?? ""]?.["new_sales"]).toMatchObject({ value: null, unit: "money", evidence: [] });
});

test("a second run writes nothing", async () => {
  await run("2025-Q3");
  const again = await run("2025-Q3");
  expect(again.written).toBe(0);
  expect(again.refused).toEqual([]);
});

test("each metric of each company is one record, associated with its company", async () => {
  await run("2026-Q1");
  const records = await stage.hubspot.records(accountKpi).read([`${ids[0]}:upsell:2026-Q1`], { idProperty: "kpi_key" });
  const tied = await stage.hubspot.associations.read(
    accountKpi,
    "companies",
    records.map(({ id }) => id),
  );
  expect([...tied.values()].flat().map(({ id }) => id)).toEqual([ids[0]]);
});

test("a company says its revenue by month, over two years, as its deals do", async () => {
  await run("2026-Q1");
  const [first = "", , , , without = ""] = ids;
  const records = await stage.hubspot.records(company).read([first, without], { properties: ["am_revenue_by_month"] });
  const said = new Map(records.map(({ id, properties }) => [id, properties.am_revenue_by_month]));
  const months = revenueMonths.read(said.get(first)) ?? {};
  expect(Object.keys(months)).toHaveLength(23);
  for (const [month, minor] of Object.entries(months)) {
    expect(minor).toBe(total(first, [month], true) + total(first, [month], false));
  }
  expect(said.get(without)).toBeNull();
  const facts = { currency: "USD", timeZone: "Asia/Riyadh", now: stage.parts.now() };
  expect(await readRevenueByMonth(stage.hubspot, [first, without], facts)).toEqual(
    new Map([
      [first, months],
      [without, null],
    ]),
  );
});

test("covers those named alone", async () => {
  const { companies } = await run("2026-Q1", [ids[1] ?? ""]);
  expect(Object.keys(companies)).toEqual([ids[1]]);
});

test("a period that has not begun has no data", async () => {
  const { companies } = await run("2027");
  expect(Object.values(companies[ids[0] ?? ""] ?? {}).every(({ value }) => value === null)).toBe(true);
});
