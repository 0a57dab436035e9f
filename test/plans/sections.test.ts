import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { accountKpi, accountKpiKey, cardRoutes, company, type AccountKpi, type MetricName } from "@keyline/domain";
import { planActions } from "../../src/plans/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(() => stage.close());

const read = async () =>
  cardRoutes.plan.answer.parse(await planActions.plan(stage.desk, { companyId: stage.companyId, lang: "en" }));
const kpi = (metric: MetricName, period: string, values: Partial<AccountKpi>) =>
  stage.hubspot.records(accountKpi).upsert([
    {
      key: accountKpiKey(stage.companyId, metric, period),
      properties: { kpi_name: metric, company_record_id: Number(stage.companyId), metric, period, ...values },
    },
  ]);

test("revenue to date is what the metrics won in the plan's own period", async () => {
  await stage.plan({ period: "2026-Q4", starts_on: "2026-10-01", ends_on: "2026-12-31", revenue_goal: 400_000 });
  await stage.hubspot.records(company).update([{ id: stage.companyId, properties: { am_revenue_to_date: 9_000_000 } }]);
  await kpi("new_sales", "2026-Q4", { actual: 200_000 });
  await kpi("upsell", "2026-Q4", { actual: 110_000.5 });
  expect((await read()).plan?.revenue).toMatchObject({
    goalMinor: 40_000_000,
    toDateMinor: 31_000_050,
    attainmentPercent: 77.5,
    // 53 of 92 days are over.
    pace: { pace: "ahead", differenceMinor: 31_000_050 - Math.round((40_000_000 * 53) / 92) },
  });
});

test("without a metric or a word of the company, there is no revenue to date, which is not zero", async () => {
  await stage.plan({ period: "2026", revenue_goal: 400_000 });
  expect((await read()).plan?.revenue).toMatchObject({ toDateMinor: null, attainmentPercent: null, pace: null });
});

test("success is measured by what has a target, linked objectives first, and no data says why", async () => {
  await stage.plan({ period: "2026", account_type: "key" });
  await stage.objective({ kpi_metric: "satisfaction" });
  await kpi("satisfaction", "2026", { actual: 61 });
  await kpi("nps", "2026", { is_no_data: true, no_data_reason: "no_answer" });
  const { measures } = (await read()).plan?.success ?? { measures: [] };
  expect(measures[0]).toEqual({
    metric: "satisfaction",
    unit: "percent",
    actual: 61,
    why: null,
    target: 80,
    attainmentPercent: 76.3,
    isLinked: true,
  });
  expect(measures.find(({ metric }) => metric === "nps")).toMatchObject({ actual: null, why: "no_answer", target: 40 });
  expect(measures.map(({ metric }) => metric)).not.toContain("open_tickets");
});

test("a plan is set against what its type usually takes, and its initiatives against the plan", async () => {
  await stage.plan({ period: "2026", account_type: "key" });
  await stage.objective({ objective_kind: "initiative", hours: 60, budget: 12_000 });
  await stage.objective({ objective_kind: "initiative", hours: 20, objective_status: "dropped" });
  await stage.objective({ objective_kind: "initiative", hours: 99, plan_key: `${stage.companyId}:2025` });
  expect((await read()).plan?.resources).toEqual({
    norm: { hours: 220, people: 3 },
    allocated: { hours: 60, budgetMinor: 1_200_000 },
  });
});

test("the plan says when somebody last touched it, and its roadmap", async () => {
  await stage.plan({ period: "2026", last_touched_on: "2026-09-10" });
  await stage.objective({});
  await stage.goTo("2027-01-31T06:00:00Z");
  expect((await read()).plan?.freshness).toEqual({
    planTouchedOn: "2026-09-10",
    objectivesTouchedOn: "2026-11-22",
    staleAfterDays: 60,
  });
});

test("a parent that manages its family says whom its plan covers; without the switch nobody", async () => {
  const [child = ""] = await stage.companies(1, {}, { name: "Najd Dairy" });
  await stage.hubspot.associations.create("companies", "companies", [{ from: stage.companyId, to: child, typeId: 13 }]);
  expect((await read()).family).toEqual([]);
  await stage.hubspot.records(company).update([{ id: stage.companyId, properties: { am_manages_family: true } }]);
  expect((await read()).family).toEqual([{ id: child, name: "Najd Dairy" }]);
});

test("openings: what peers bought and this account did not, with the need that it became", async () => {
  const { hubspot } = stage;
  const products = await hubspot
    .records("products")
    .create(["Monitoring", "Maintenance"].map((name) => ({ properties: {}, extra: { name, price: "12000" } })));
  const [monitoring = "", maintenance = ""] = products.written
    .toSorted((one, other) => Number(one.key) - Number(other.key))
    .map(({ id }) => id);
  const like = { am_account_type: "key", am_tier: "a", am_rhythm: "monthly" } as const;
  const bought = JSON.stringify({ bought: [monitoring, maintenance], open: [] });
  await stage.companies(2, { ...like, am_products: bought }, { industry: "DAIRY" });
  const own = { am_products: JSON.stringify({ bought: [maintenance], open: [] }) };
  await hubspot.records(company).update([{ id: stage.companyId, properties: own, extra: { industry: "DAIRY" } }]);
  await stage.plan({ period: "2026" });
  const row = { productId: monitoring, name: "Monitoring", priceMinor: 1_200_000, boughtByPeers: 2, peers: 2 };
  expect((await read()).openings).toEqual({
    isKnown: true,
    hasPeers: true,
    rows: [{ ...row, needKey: null, dealId: null }],
  });

  const needKey = `${stage.companyId}:product-${monitoring}`;
  await stage.need({ need_key: needKey });
  expect((await read()).openings?.rows).toEqual([{ ...row, needKey, dealId: null }]);
});

test("a part that cannot be read is named, and the rest of the card is there", async () => {
  await stage.plan({ period: "2026" });
  const desk = { ...stage.desk, whitespaceOf: () => Promise.reject(new Error("no line items")) };
  const answer = await planActions.plan(desk, { companyId: stage.companyId, lang: "en" });
  expect(answer).toMatchObject({ unreadable: ["openings"], openings: null, plan: { period: "2026" } });
});
