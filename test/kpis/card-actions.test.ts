import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { accountKpi, accountSignal, cardRoutes, company, type KpiFigure, type MetricName } from "@keyline/domain";
import type { Desk } from "../../src/desk/index.ts";
import { openHubSpot } from "../../src/hubspot/index.ts";
import { kpiActions } from "../../src/kpis/index.ts";
import { quietLog } from "../../src/log.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";
import { callDepth } from "../hubspot/call-depth.ts";

let stage: Stage;
let desk: Desk;
let companyId: string;

beforeEach(async () => {
  stage = await openStage();
  desk = deskIn("en");
  [companyId = ""] = await stage.companies(1, { am_account_type: "key", am_rhythm: "monthly" });
});
afterEach(() => stage.close());

const deskIn = (language: "en" | "ar"): Desk => ({
  ...stage.parts,
  portalId: "1",
  timeZone: "Asia/Riyadh",
  currency: "SAR",
  hubspot: stage.hubspot.as("interactive"),
  caller: { userId: "1011", userEmail: "noura@example.com", language },
});

const shown = "2026-Q4";
const intent = () => ({ idempotencyKey: crypto.randomUUID(), companyId, shown });
const read = async (asked: { period?: string; kind?: "month" | "quarter" | "year" } = {}) =>
  cardRoutes.kpis.answer.parse(await kpiActions.kpis(desk, { companyId, lang: "en", ...asked }));
const recalculate = async (period = shown) =>
  cardRoutes.recalculateKpis.answer.parse(await kpiActions.recalculateKpis(desk, { ...intent(), periods: [period] }));
const detail = async (metric: MetricName, { period = shown, page = 0, at = desk } = {}) =>
  cardRoutes.kpiDetail.answer.parse(await kpiActions.kpiDetail(at, { companyId, lang: "en", metric, period, page }));
const figure = ({ figures }: { figures: KpiFigure[] }, metric: MetricName) => {
  const found = figures.find((one) => one.metric === metric);
  if (!found) throw new Error(`no figure ${metric}`);
  return found;
};
const refer = (changes: object = {}) =>
  kpiActions.recordSignal(desk, {
    ...intent(),
    kind: "referral",
    happenedOn: "2026-11-20",
    contactId: null,
    about: "Ahsa Poultry",
    quote: null,
    mayBeQuoted: false,
    ...changes,
  });

async function deal(closedate: string, amount: string | null, more: Record<string, string> = {}) {
  const extra = { dealname: `Deal of ${closedate}`, dealstage: "closedwon", pipeline: "default", closedate, ...more };
  const { written } = await stage.hubspot
    .records("deals")
    .create([{ properties: {}, extra: { ...extra, ...(amount !== null && { amount }) } }]);
  const id = written[0]?.id ?? "";
  await stage.hubspot.associations.create("deals", company, [{ from: id, to: companyId }]);
  return id;
}

describe("opening", () => {
  test("a period that was never calculated says so of every metric, with its targets, and invents nothing", async () => {
    const answer = await read();
    expect(answer).toMatchObject({
      company: { name: "Company 1" },
      type: "key",
      period: { key: "2026-Q4", stage: "running", comparedWith: "2026-Q3" },
      calculatedAt: null,
      unreadable: [],
    });
    expect(answer.figures).toHaveLength(12);
    expect(
      answer.figures.every(({ isCalculated, value, noData }) => !isCalculated && value === null && noData === null),
    ).toBe(true);
    expect(figure(answer, "check_ins_kept").target).toEqual({ value: 90, isOwn: false });
    expect(answer.notCalculated).toHaveLength(8);
    expect(answer.notCalculated[0]).toBe("2026-Q4");
  });

  test("months, quarters and years can be chosen, past ones too", async () => {
    const { choices } = await read();
    expect(choices.month[0]).toBe("2026-11");
    expect(choices.month.at(-1)).toBe("2025-11");
    expect(choices.quarter).toContain("2025-Q1");
    expect(choices.year[0]).toBe("2026");
    expect((await read({ kind: "month" })).period.key).toBe("2026-11");
    const old = await read({ period: "2019-Q1" });
    expect(old.choices.quarter).toContain("2019-Q1");
  });

  test("what is no period is refused in words", async () => {
    await expect(kpiActions.kpis(desk, { companyId, lang: "en", period: "2026-Q7" })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });

  test("takes at most two calls in sequence", async () => {
    await recalculate();
    const meter = callDepth();
    const hubspot = openHubSpot({
      baseUrl: stage.sandbox.url,
      token: stage.sandbox.token,
      pacer: meter.pacer,
      log: quietLog,
    });
    for (const kind of ["month", "quarter", "year"] as const) {
      await kpiActions.kpis({ ...desk, hubspot: hubspot.as("interactive") }, { companyId, lang: "en", kind });
      const { calls, inSequence } = meter.since();
      expect(inSequence).toBeLessThanOrEqual(2);
      expect(calls).toBeLessThanOrEqual(5);
    }
  });

  test("a company in HubSpot's bin is archived; one that never was is not found", async () => {
    await stage.hubspot.records("companies").archive([companyId]);
    await expect(read()).rejects.toMatchObject({ code: "archived" });
    await expect(kpiActions.kpis(desk, { companyId: "999999", lang: "en" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("own targets that somebody has spoilt are named, and the type's stand in", async () => {
    await stage.hubspot.records(company).update([{ id: companyId, properties: { am_targets: "ask Tom" } }]);
    const answer = await read();
    expect(answer.unreadable).toEqual(["ownTargets"]);
    expect(figure(answer, "nps").target).toEqual({ value: 40, isOwn: false });
  });
});

describe("recalculating", () => {
  test("fills the figures, with trend, standing and history", async () => {
    await deal("2026-08-10T09:00:00Z", "100", { dealtype: "newbusiness" });
    await deal("2026-10-10T09:00:00Z", "150.50", { dealtype: "newbusiness" });
    await recalculate("2026-Q3");
    const { kpis, changed } = await recalculate();
    expect(changed).toBeGreaterThanOrEqual(12);
    expect(figure(kpis, "new_sales")).toMatchObject({
      isCalculated: true,
      value: 15_050,
      before: 10_000,
      trend: { difference: 5_050, percent: 50.5, isGood: true },
      counted: 1,
    });
    expect(figure(kpis, "new_sales").history.slice(-2)).toEqual([
      { period: "2026-Q3", value: 10_000 },
      { period: "2026-Q4", value: 15_050 },
    ]);
    expect(figure(kpis, "nps")).toMatchObject({ isCalculated: true, value: null, noData: "no_answer", trend: null });
    expect(kpis.calculatedAt).toBe("2026-11-22T06:00:00.000Z");
    expect(kpis.notCalculated).not.toContain("2026-Q3");
    expect(kpis.notCalculated).toContain("2026-Q2");
  });

  test("eight quarters cost hardly more calls than one: the facts are read once", async () => {
    const meter = callDepth();
    const { url: baseUrl, token } = stage.sandbox;
    const hubspot = openHubSpot({ baseUrl, token, pacer: meter.pacer, log: quietLog }).as("interactive");
    const callsFor = async (periods: string[]) => {
      await kpiActions.recalculateKpis({ ...desk, hubspot }, { ...intent(), periods });
      return meter.since().calls;
    };
    await callsFor([shown]);
    const forOne = await callsFor([shown]);
    const { notCalculated } = await read();
    expect(notCalculated).toHaveLength(7);
    expect(await callsFor([shown, ...notCalculated])).toBeLessThanOrEqual(forOne + 3);
    expect((await read()).notCalculated).toEqual([]);
  });

  test("again without news changes nothing and says so", async () => {
    await recalculate();
    expect((await recalculate()).changed).toBe(0);
  });

  test("of another period leaves the one in view in the answer", async () => {
    const { kpis } = await recalculate("2025-Q1");
    expect(kpis.period.key).toBe(shown);
    expect(kpis.notCalculated).not.toContain("2025-Q1");
  });

  test("what HubSpot refuses is said, and what it takes is kept", async () => {
    const rule = { objectType: "p_account_kpi", when: { property: "metric", value: "nps" }, requires: "target" };
    await stage.hubspot.records(company).update([{ id: companyId, properties: { am_account_type: "sales" } }]);
    await stage.control("PUT", "portal", { writeRules: [rule] });
    const answer = await recalculate();
    expect(answer.refused).toContain("HubSpot did not accept this");
    expect(figure(answer.kpis, "nps").isCalculated).toBe(false);
    expect(figure(answer.kpis, "new_sales").isCalculated).toBe(true);
  });
});

describe("where a number comes from", () => {
  test("deals by name with their amounts, a link each, and those left out with the reason", async () => {
    const won = await deal("2026-10-10T09:00:00Z", "150.50", { dealtype: "newbusiness" });
    const blank = await deal("2026-10-12T09:00:00Z", null, { dealtype: "newbusiness" });
    await recalculate();
    const answer = await detail("new_sales");
    expect(answer).toMatchObject({ value: 15_050, unit: "money", period: shown });
    expect(answer.formula).toContain("Won deals of new business");
    expect(answer.counted).toMatchObject({
      total: 1,
      gone: 0,
      records: [
        {
          id: won,
          object: "deals",
          on: "2026-10-10",
          link: { name: "Deal of 2026-10-10T09:00:00Z", url: expect.stringContaining(`/record/0-3/${won}`) },
          share: { kind: "money", amountMinor: 15_050, isBefore: false },
        },
      ],
    });
    expect(answer.leftOut).toMatchObject([{ reason: "no_amount", total: 1, records: [{ id: blank }] }]);
  });

  test("the formula is in the reader's language", async () => {
    expect((await detail("nps", { at: deskIn("ar") })).formula).toContain("المروّجون");
  });

  test("growth shows the deals of both periods apart", async () => {
    await deal("2026-08-10T09:00:00Z", "100");
    await deal("2026-10-10T09:00:00Z", "150");
    await recalculate();
    const { counted } = await detail("revenue_growth");
    expect(counted.records.map(({ share }) => share)).toEqual([
      { kind: "money", amountMinor: 15_000, isBefore: false },
      { kind: "money", amountMinor: 10_000, isBefore: true },
    ]);
  });

  test("a record that was deleted since is counted as gone, not hidden", async () => {
    const id = await deal("2026-10-10T09:00:00Z", "150", { dealtype: "newbusiness" });
    await recalculate();
    await stage.hubspot.records("deals").archive([id]);
    expect((await detail("new_sales")).counted).toMatchObject({ total: 1, gone: 1, records: [] });
  });

  test("a hundred at a time", async () => {
    const inputs = Array.from({ length: 130 }, (_, index) => ({
      properties: {},
      extra: { dealname: `Deal ${index}`, dealstage: "appointmentscheduled", pipeline: "default", amount: "1" },
    }));
    const { written } = await stage.hubspot.records("deals").create(inputs);
    const pairs = written.map(({ id }) => ({ from: id, to: companyId }));
    await stage.hubspot.associations.create("deals", company, pairs);
    await recalculate();
    const first = await detail("open_pipeline");
    expect(first.counted.total).toBe(130);
    expect(first.counted.records).toHaveLength(100);
    const second = await detail("open_pipeline", { page: 1 });
    expect(second.counted.records).toHaveLength(30);
    const ids = [...first.counted.records, ...second.counted.records].map(({ id }) => id);
    expect(new Set(ids).size).toBe(130);
  });

  test("answers, tickets and check-ins say what each adds", async () => {
    const contact = (
      await stage.hubspot.records("contacts").create([{ properties: {}, extra: { email: "s@najd.example" } }])
    ).written[0]?.id;
    const given = { hs_survey_type: "CSAT", hs_value: "5", hs_max_value: "5", hs_content: "Quick and kind" };
    const made = (await stage.control("POST", "records/feedback_submissions", {
      inputs: [{ properties: { ...given, hs_submission_timestamp: "2026-11-02T09:00:00Z" } }],
    })) as { results: { id: string }[] };
    const answerId = made.results[0]?.id ?? "";
    await stage.hubspot.associations.create("contacts", company, [{ from: contact ?? "", to: companyId }]);
    await stage.hubspot.associations.create("contacts", "feedback_submissions", [
      { from: contact ?? "", to: answerId },
    ]);
    await recalculate();
    expect((await detail("satisfaction")).counted.records).toMatchObject([
      {
        id: answerId,
        on: "2026-11-02",
        share: { kind: "answer", value: 5, of: 5, says: "satisfied" },
        note: "Quick and kind",
      },
    ]);
  });
});

describe("targets", () => {
  const set = (changes: object) =>
    kpiActions.setTarget(desk, {
      ...intent(),
      metric: "new_sales",
      target: { per: "quarter", value: 40_000_000 },
      expected: null,
      ...changes,
    });

  test("are set in place, shared out over other periods, and taken away again", async () => {
    await recalculate();
    const { kpis } = await set({});
    expect(figure(kpis, "new_sales")).toMatchObject({
      target: { value: 40_000_000, isOwn: true },
      ownTarget: { per: "quarter", value: 40_000_000 },
      typeTarget: null,
    });
    expect(figure(await read({ kind: "year" }), "new_sales").target).toEqual({ value: 160_000_000, isOwn: true });

    const back = await set({ target: null, expected: { per: "quarter", value: 40_000_000 } });
    expect(figure(back.kpis, "new_sales").target).toBeNull();
    const record = await stage.hubspot.records(company).readOne(companyId);
    expect(record?.properties.am_targets).toBeNull();
  });

  test("an own one stands before the type's, which is shown beside it", async () => {
    const { kpis } = await set({ metric: "nps", target: { per: "year", value: 60 }, expected: null });
    expect(figure(kpis, "nps")).toMatchObject({
      target: { value: 60, isOwn: true },
      typeTarget: { per: "year", value: 40 },
    });
  });

  test("HubSpot's own reports see it at once", async () => {
    await deal("2026-10-10T09:00:00Z", "100000", { dealtype: "newbusiness" });
    await recalculate();
    await set({});
    const [record] = await stage.hubspot
      .records(accountKpi)
      .read([`${companyId}:new_sales:${shown}`], { idProperty: accountKpi.key });
    expect(record?.properties).toMatchObject({ target: 400_000, is_own_target: true, attainment: 25 });
  });

  test("the same target twice is one; another one there meanwhile is a conflict that names it", async () => {
    await set({});
    await set({});
    const other = set({ target: { per: "quarter", value: 50_000_000 } });
    await expect(other).rejects.toMatchObject({
      code: "conflict",
      found: { target: { per: "quarter", value: 40_000_000 } },
    });
  });

  test.each([
    ["new_sales", 0],
    ["nps", 120],
    ["satisfaction", -5],
    ["open_tickets", 1.5],
  ] as const)("%s cannot aim at %d", (metric, value) => {
    const asked = { ...intent(), metric, target: { per: "quarter", value }, expected: null };
    const checked = cardRoutes.setTarget.request.safeParse(asked);
    expect(checked.error?.issues).toMatchObject([{ path: ["target", "value"], message: "out-of-range" }]);
  });

  test("no open ticket is something to aim at, and more than that is behind", async () => {
    const ticket = { subject: "Late", hs_pipeline: "0", hs_pipeline_stage: "1" };
    const id =
      (await stage.hubspot.records("tickets").create([{ properties: {}, extra: ticket }])).written[0]?.id ?? "";
    await stage.hubspot.associations.create("tickets", company, [{ from: id, to: companyId }]);
    await recalculate();
    const { kpis } = await set({ metric: "open_tickets", target: { per: "quarter", value: 0 } });
    expect(figure(kpis, "open_tickets")).toMatchObject({ value: 1, standing: "behind", attainmentPercent: null });
  });
});

describe("recording", () => {
  test("a referral counts at once, in its month, quarter and year", async () => {
    const { kpis } = await refer();
    expect(figure(kpis, "referrals")).toMatchObject({ value: 1, isCalculated: true, counted: 1 });
    expect(figure(await read({ period: "2026-11" }), "referrals").value).toBe(1);
    expect(figure(await read({ period: "2026" }), "referrals").value).toBe(1);
    expect((await detail("referrals")).counted.records).toMatchObject([
      {
        object: "account_signal",
        on: "2026-11-20",
        link: { name: "Ahsa Poultry" },
        share: { kind: "signal", is: "referral" },
      },
    ]);
  });

  test("recalculating a moment later keeps it, although no search knows it yet", async () => {
    await stage.control("PUT", "portal", { searchLagMs: 60_000 });
    await refer();
    const { kpis } = await recalculate();
    expect(figure(kpis, "referrals").value).toBe(1);
  });

  test("the same intent twice is one record, tied to company and contact, in the name of who recorded it", async () => {
    const [contact] = (
      await stage.hubspot.records("contacts").create([{ properties: {}, extra: { firstname: "Lina" } }])
    ).written;
    const idempotencyKey = crypto.randomUUID();
    await refer({ idempotencyKey, contactId: contact?.id });
    const { kpis } = await refer({ idempotencyKey, contactId: contact?.id });
    expect(figure(kpis, "referrals").value).toBe(1);
    const [record] = await stage.hubspot
      .records(accountSignal)
      .read([`${companyId}:${idempotencyKey}`], { idProperty: accountSignal.key });
    expect(record?.properties.hubspot_owner_id).toBe(stage.people.noura);
    const people = await stage.hubspot.associations.read(accountSignal, "contacts", [record?.id ?? ""]);
    expect(people.get(record?.id ?? "")?.map(({ id }) => id)).toEqual([contact?.id]);
  });

  test("a testimonial keeps the words, and whether they may be quoted", async () => {
    const { kpis } = await refer({ kind: "testimonial", about: null, quote: "Not one lost pallet", mayBeQuoted: true });
    expect(figure(kpis, "testimonials").value).toBe(1);
    expect((await detail("testimonials")).counted.records).toMatchObject([
      { link: { name: "Testimonial: Company 1" }, note: "Not one lost pallet" },
    ]);
  });

  test("a day that has not come yet is refused at its field", async () => {
    await expect(refer({ happenedOn: "2026-11-23" })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "happenedOn" }],
    });
  });

  test("what HubSpot refuses is said to the person, and nothing is counted", async () => {
    const rule = {
      objectType: "p_account_signal",
      when: { property: "signal_kind", value: "referral" },
      requires: "note",
    };
    await stage.control("PUT", "portal", { writeRules: [rule] });
    await expect(refer()).rejects.toMatchObject({ code: "refused" });
    expect(figure(await read(), "referrals").isCalculated).toBe(false);
  });
});
