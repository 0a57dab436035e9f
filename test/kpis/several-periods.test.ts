import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { accountKpi } from "@keyline/domain";
import { calculatePast } from "../../src/calculate-past.ts";
import { recalculatePeriods } from "../../src/kpis/index.ts";
import { openNumbers, type NumbersStage } from "./stage.ts";

let stage: NumbersStage;
let account: string;

beforeAll(async () => {
  stage = await openNumbers();
  account = await stage.account("Najd Foods");
  await stage.deal(account, "300", "2025-02-10");
  await stage.deal(account, "500", "2025-05-10");
}, 60_000);

afterAll(() => stage?.close());

const past = (signal = new AbortController().signal) => {
  const { hubspot, settings } = stage.numbers;
  const open = () => Promise.resolve({ portalId: "1", hubspot, settings, timeZone: "Asia/Riyadh", currency: "SAR" });
  return calculatePast({ ids: () => Promise.resolve(["1"]), open }, stage.numbers.now, signal);
};

const periodsOfKpis = async () => {
  const tied = await stage.hubspot.associations.read("companies", accountKpi, [account]);
  const kpis = await stage.hubspot.records(accountKpi).read((tied.get(account) ?? []).map(({ id }) => id));
  return [...new Set(kpis.map(({ properties }) => properties.period))].sort();
};

test("what was stopped before it began has computed nothing, and says that it did not end", async () => {
  expect(await past(AbortSignal.abort())).toBe(false);
  expect(await periodsOfKpis()).toEqual([]);
});

test("two years of the past are computed from facts that are read once", async () => {
  await stage.control("DELETE", "calls");
  expect(await past()).toBe(true);
  const { byOperation } = (await stage.control("GET", "calls")) as { byOperation: Record<string, number> };
  expect(byOperation["POST /crm/objects/{version}/deals/batch/read"]).toBe(1);
  expect(await periodsOfKpis()).toEqual([
    "2024",
    "2024-Q4",
    "2025",
    "2025-Q1",
    "2025-Q2",
    "2025-Q3",
    "2025-Q4",
    "2026-Q1",
    "2026-Q2",
    "2026-Q3",
  ]);
});

test("several periods at once say the same as each by itself", async () => {
  const periods = ["2025-Q1", "2025-Q2", "2025"];
  const computed = new Map<string, unknown>();
  await recalculatePeriods(stage.numbers, {
    periods,
    onAnswers: (answers) => answers.get(account)?.forEach((answer, period) => computed.set(period, answer)),
  });
  for (const period of periods) {
    const { companies, written } = await stage.recalculate(period);
    expect(written).toBe(0);
    expect(computed.get(period)).toEqual(companies[account]);
  }
  expect(computed.get("2025-Q1")).toMatchObject({ upsell: { value: 30_000 } });
  expect(computed.get("2025")).toMatchObject({ upsell: { value: 80_000 } });
});
