import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { accountKpi } from "@keyline/domain";
import { managed, openNumbers, type NumbersStage } from "./stage.ts";

/** The odd cases of docs/decisions/0006-metric-rules.md, over the whole way from HubSpot and back. */
let stage: NumbersStage;
let account: string;

beforeAll(async () => {
  stage = await openNumbers();
}, 60_000);

afterAll(() => stage?.close());

beforeEach(async () => {
  account = await stage.account("Najd Foods");
});

const deals = (id: string, changes: Record<string, string>) =>
  stage.hubspot.records("deals").update([{ id, properties: {}, extra: changes }]);

async function answer(metric: string, period = "2026-10", id = account) {
  const { companies } = await stage.recalculate(period, [id]);
  return companies[id]?.[metric];
}

/** What HubSpot's record of a number says now, without asking for a recalculation. */
async function stored(metric: string, period: string, id = account) {
  const record = await stage.hubspot
    .records(accountKpi)
    .readOne(`${id}:${metric}:${period}`, { idProperty: "kpi_key" });
  return record?.properties.actual ?? null;
}

describe("a deal", () => {
  test("with several companies counts once, for its primary one", async () => {
    const other = await stage.account("Other");
    const deal = await stage.deal(account, "100", "2026-10-05");
    await stage.hubspot.associations.create("deals", "companies", [{ from: deal, to: other }]);
    expect((await answer("upsell"))?.value).toBe(10_000);
    expect((await answer("upsell", "2026-10", other))?.value).toBeNull();
  });

  test("with several companies of which none is the primary one counts for each, so that no company loses it", async () => {
    const other = await stage.account("Other");
    const deal = await stage.deal(account, "100", "2026-10-05");
    await stage.hubspot.associations.create("deals", "companies", [{ from: deal, to: other }]);
    // HubSpot's type from a deal to its primary company.
    await stage.hubspot.associations.remove("deals", "companies", [{ from: deal, to: account, typeId: 5 }]);
    expect((await answer("upsell"))?.value).toBe(10_000);
    expect((await answer("upsell", "2026-10", other))?.value).toBe(10_000);
  });

  test("without a company counts nowhere, and nothing fails", async () => {
    await stage.make("deals", { dealname: "Loose", amount: "5", dealstage: "closedwon", pipeline: "default" });
    expect((await answer("upsell"))?.value).toBeNull();
  });

  test("without an amount adds nothing, is not evidence, and is told apart", async () => {
    const blank = await stage.deal(account, "", "2026-10-05");
    const full = await stage.deal(account, "3", "2026-10-06");
    expect(await answer("upsell")).toMatchObject({ value: 300, evidence: [full] });
    const record = await stage.hubspot
      .records(accountKpi)
      .readOne(`${account}:upsell:2026-10`, { idProperty: "kpi_key" });
    expect(record?.properties.left_out).toBe(JSON.stringify([{ object: "deals", ids: [blank], reason: "no_amount" }]));
  });

  test("in a foreign currency counts as HubSpot converts it, and as it stands where it cannot", async () => {
    const rate = { fromCurrencyCode: "EUR", conversionRate: 4.1 };
    await stage.hubspot.request({ method: "POST", path: "/settings/currencies/2026-09/exchange-rates", body: rate });
    await stage.deal(account, "10.01", "2026-10-05", { deal_currency_code: "EUR" });
    await stage.deal(account, "7", "2026-10-05", { deal_currency_code: "CHF" });
    // The portal's currency is the dollar: 10.01 × 4.1 is 41.041, and 7 francs without a rate are 7.
    expect((await answer("upsell"))?.value).toBe(4_104 + 700);
  });

  test("with a negative amount is taken off", async () => {
    await stage.deal(account, "100", "2026-10-05");
    await stage.deal(account, "-30.25", "2026-10-06");
    expect((await answer("upsell"))?.value).toBe(6_975);
  });

  test("of a referrer counts as a referral and not as its revenue", async () => {
    const customer = await stage.account("Customer");
    const deal = await stage.deal(customer, "100", "2026-10-05");
    await stage.hubspot.associations.create("deals", "companies", [
      { from: deal, to: account, label: { en: "Referred by", ar: "بإحالة من" } },
    ]);
    expect(await answer("referrals", "2026-11")).toMatchObject({ value: 1, evidence: [deal] });
    expect((await answer("upsell"))?.value).toBeNull();
  });

  test("that refers to its own customer counts as both", async () => {
    const deal = await stage.deal(account, "100", "2026-10-05");
    await stage.hubspot.associations.create("deals", "companies", [
      { from: deal, to: account, label: { en: "Referred by", ar: "بإحالة من" } },
    ]);
    expect(await answer("referrals", "2026-11")).toMatchObject({ value: 1, evidence: [deal] });
    expect((await answer("upsell"))?.value).toBe(10_000);
  });

  test("of a pipeline of the portal's own is won where its stage says so", async () => {
    const body = {
      label: "Projects",
      displayOrder: 1,
      stages: [{ label: "Signed", displayOrder: 0, metadata: { isClosed: "true", probability: "1.0" } }],
    };
    const pipeline = await stage.hubspot.request<{ id: string; stages: { id: string }[] }>({
      method: "POST",
      path: "/crm/pipelines/2026-09/deals",
      body,
    });
    const signed = { pipeline: pipeline.id, dealstage: pipeline.stages[0]?.id ?? "" };
    await stage.deal(account, "5", "2026-10-05", signed);
    expect((await answer("upsell"))?.value).toBe(500);
  });
});

describe("what changes afterwards brings the numbers of earlier periods with it", () => {
  let deal: string;

  beforeEach(async () => {
    deal = await stage.deal(account, "100", "2026-06-05");
    await stage.recalculate("2026-06", [account]);
    await stage.recalculate("2026-08", [account]);
    await stage.few(account);
    expect(await stored("upsell", "2026-06")).toBe(100);
  });

  test("a moved close date: the old period loses the deal, the new one gets it", async () => {
    await deals(deal, { closedate: "2026-08-15T12:00:00Z" });
    await stage.few(account);
    expect([await stored("upsell", "2026-06"), await stored("upsell", "2026-08")]).toEqual([0, 100]);
  });

  test("moved to a period whose numbers no search knows of yet", async () => {
    await stage.control("PUT", "portal", { searchLagMs: 60_000 });
    await stage.recalculate("2026-07", [account]);
    await deals(deal, { closedate: "2026-07-15T12:00:00Z" });
    await stage.few(account);
    await stage.control("PUT", "portal", { searchLagMs: 0 });
    expect([await stored("upsell", "2026-06"), await stored("upsell", "2026-07")]).toEqual([0, 100]);
  });

  test("moved into the running month: HubSpot's history tells which one it left", async () => {
    await deals(deal, { closedate: "2026-11-15T12:00:00Z" });
    await stage.few(account);
    expect([await stored("upsell", "2026-06"), await stored("upsell", "2026-11")]).toEqual([0, 100]);
  });

  test("reopened: it is no longer won", async () => {
    await deals(deal, { dealstage: "appointmentscheduled" });
    await stage.few(account);
    expect(await stored("upsell", "2026-06")).toBe(0);
    expect(await stored("open_pipeline", "2026-11")).toBe(100);
  });

  test("hung on another company: the one that it left loses it there too", async () => {
    const other = await stage.account("Other");
    await stage.hubspot.associations.remove("deals", "companies", [{ from: deal, to: account }]);
    await stage.hubspot.associations.create("deals", "companies", [{ from: deal, to: other }]);
    await stage.few(account, other);
    expect(await stored("upsell", "2026-06")).toBeNull();
    expect(await stored("upsell", "2026", other)).toBe(100);
  });

  test("deleted, and restored", async () => {
    await stage.hubspot.records("deals").archive([deal]);
    await stage.few(account);
    expect(await stored("upsell", "2026-06")).toBeNull();
    await stage.control("POST", `records/deals/${deal}/restore`);
    await stage.few(account);
    expect([await stored("upsell", "2026-06"), await stored("upsell", "2026-11")]).toEqual([100, 0]);
  });
});

describe("a period", () => {
  test("that has not begun has no data for any metric, and says why", async () => {
    await stage.deal(account, "100", "2027-02-05");
    const { companies } = await stage.recalculate("2027-02", [account]);
    expect(Object.values(companies[account] ?? {}).map(({ value }) => value)).toEqual(Array(12).fill(null));
    const record = await stage.hubspot
      .records(accountKpi)
      .readOne(`${account}:upsell:2027-02`, { idProperty: "kpi_key" });
    expect(record?.properties).toMatchObject({ is_no_data: true, no_data_reason: "not_begun", actual: null });
  });

  test("that ended a few days ago is still brought up to date, one that ended long ago is not touched", async () => {
    await stage.goTo("2026-12-05T06:00:00Z");
    await stage.few(account);
    expect(
      (await stage.hubspot.records(accountKpi).read([`${account}:upsell:2026-11`], { idProperty: "kpi_key" })).length,
    ).toBe(1);
    expect(
      (await stage.hubspot.records(accountKpi).read([`${account}:upsell:2026-Q3`], { idProperty: "kpi_key" })).length,
    ).toBe(0);
    await stage.goTo("2026-11-22T06:00:00Z");
  });
});

describe("whatever HubSpot does with the writes", () => {
  test("lost replies leave the same numbers, and the next run finds nothing to write", async () => {
    await stage.deal(account, "12.34", "2026-10-05");
    await stage.control("PUT", "faults", { seed: 7, lostReplies: 0.2, rate500: 0.1 });
    await untilDone(() => stage.recalculate("2026-10", [account]));
    await stage.control("PUT", "faults", { seed: 7, lostReplies: 0, rate500: 0 });
    expect(await stored("upsell", "2026-10")).toBe(12.34);
    await stage.recalculate("2026-10", [account]);
    expect(await stage.recalculate("2026-10", [account])).toMatchObject({ written: 0, refused: [] });
  });

  test("a run that died between a number and its association is mended by the next", async () => {
    await stage.deal(account, "1", "2026-10-05");
    await stage.recalculate("2026-10", [account]);
    const tied = () => stage.hubspot.associations.read("companies", accountKpi, [account]);
    const before = (await tied()).get(account) ?? [];
    await stage.hubspot.associations.remove("companies", accountKpi, [{ from: account, to: before[0]?.id ?? "" }]);
    await stage.recalculate("2026-10", [account]);
    expect((await tied()).get(account)).toHaveLength(before.length);
  });

  test("a number that HubSpot refused is tried again by the next pass, and by no later one", async () => {
    const rule = { objectType: "account_kpi", when: { property: "metric", value: "nps" }, requires: "left_out" };
    await stage.control("PUT", "portal", { writeRules: [rule] });
    const { refused } = await stage.pass();
    expect(refused.map(({ key }) => key)).toContain(`${account}:nps:2026-11`);
    expect((await stage.properties(account)).am_kpi_mark).toBeNull();
    await stage.control("PUT", "portal", { writeRules: [] });
    expect((await stage.pass()).written).toBeGreaterThan(0);
    expect(await stage.pass()).toMatchObject({ written: 0, refused: [] });
    expect(await stored("nps", "2026-11")).toBeNull();
  });

  test("a number that somebody changed by hand stands until a thorough look, and is then put right", async () => {
    await stage.deal(account, "8", "2026-11-05");
    await stage.pass();
    const kpis = stage.hubspot.records(accountKpi);
    const record = await kpis.readOne(`${account}:upsell:2026-11`, { idProperty: "kpi_key" });
    await kpis.update([{ id: record?.id ?? "", properties: { actual: 9_999 } }]);
    await stage.few(account);
    expect(await stored("upsell", "2026-11")).toBe(8);
  });

  test("own targets that a person has spoilt are told, and the type's stand in", async () => {
    const spoilt = await stage.account("Spoilt", { ...managed, am_targets: "about 80" });
    const { refused, companies } = await stage.recalculate("2026-10", [spoilt]);
    expect(refused).toMatchObject([{ key: spoilt, problem: { code: "invalid-input" } }]);
    expect(Object.keys(companies[spoilt] ?? {})).toHaveLength(12);
  });
});

/** As the queue does: what failed is tried again from the start. */
async function untilDone(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return void (await run());
    } catch (problem) {
      if (attempt === 20) throw problem;
    }
  }
}
