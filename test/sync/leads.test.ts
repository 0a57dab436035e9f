import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { accountKpi, accountNeed, accountSignal, checkIn, task } from "@keyline/domain";
import { recalculateFew } from "../../src/kpis/index.ts";
import { heardFrom } from "../../src/sync/heard.ts";
import { companiesCalledFor } from "../../src/sync/read-events.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";
import { openEar, type Ear } from "./webhook-ear.ts";

let ear: Ear;
let stage: Stage;
let najd: string;
let other: string;

beforeAll(async () => {
  stage = await openStage();
  ear = await openEar();
  await stage.control("PUT", "webhooks", { targetUrl: ear.url });
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await ear?.close();
});
beforeEach(async () => {
  [najd = "", other = ""] = await stage.companies(2, { am_account_type: "key", am_rhythm: "monthly" });
  await called();
});

/** Where the events lead that HubSpot told since the last question. */
async function called() {
  await stage.sandbox.webhooksIdle();
  const told = ear.take().flatMap((event) => heardFrom(event) ?? []);
  const { plan, numbers } = await companiesCalledFor(stage.hubspot, told);
  return { plan: [...plan].sort(), numbers: [...numbers].sort() };
}

async function made(object: string, extra: Record<string, string>, company: string | null = najd): Promise<string> {
  const type = await stage.hubspot.associations.type(object, "companies");
  const associations = company ? [{ to: company, typeId: type.typeId, category: type.category }] : [];
  const { written } = await stage.hubspot.records(object).create([{ properties: {}, extra, associations }]);
  return written[0]?.id ?? "";
}
const newDeal = (company: string | null = najd) =>
  made("deals", { dealname: "Deal", dealstage: "closedwon", amount: "100", closedate: "2026-11-20" }, company);
const restore = (object: string, id: string) => stage.control("POST", `records/${object}/${id}/restore`);
const recalculate = () =>
  recalculateFew({ hubspot: stage.hubspot, settings: stage.parts.settings, now: stage.parts.now }, [najd]);

describe("deals", () => {
  test("lead to their company when they are made and when they change", async () => {
    const deal = await newDeal();
    expect(await called()).toEqual({ plan: [], numbers: [najd] });
    await stage.hubspot.records("deals").update([{ id: deal, properties: {}, extra: { amount: "200" } }]);
    expect(await called()).toEqual({ plan: [], numbers: [najd] });
  });

  test("a change that no number is made of leads nowhere", async () => {
    const deal = await newDeal();
    await called();
    await stage.hubspot.records("deals").update([{ id: deal, properties: {}, extra: { dealname: "Another" } }]);
    expect(await called()).toEqual({ plan: [], numbers: [] });
  });

  test("deleted and restored, to the company whose numbers counted them", async () => {
    const deal = await newDeal();
    await recalculate();
    await called();
    await stage.hubspot.records("deals").archive([deal]);
    expect(await called()).toEqual({ plan: [], numbers: [najd] });
    await restore("deals", deal);
    expect(await called()).toEqual({ plan: [], numbers: [najd] });
  });

  test("moved, to both companies", async () => {
    const deal = await newDeal();
    await called();
    await stage.hubspot.associations.remove("deals", "companies", [{ from: deal, to: najd }]);
    await stage.hubspot.associations.create("deals", "companies", [{ from: deal, to: other }]);
    expect(await called()).toEqual({ plan: [], numbers: [najd, other] });
  });

  test("with another main company, also to the one before", async () => {
    const deal = await newDeal();
    await stage.hubspot.associations.create("deals", "companies", [{ from: deal, to: other }]);
    await called();
    const primary = { from: deal, to: other, typeId: 5 };
    await stage.hubspot.associations.create("deals", "companies", [primary]);
    expect((await called()).numbers).toEqual([najd, other]);
  });

  test("merged, to the companies of both", async () => {
    const [one, two] = [await newDeal(), await newDeal(other)];
    await called();
    const body = { primaryObjectId: one, objectIdToMerge: two };
    await stage.hubspot.request({ method: "POST", path: "/crm/objects/2026-09/deals/merge", body });
    expect((await called()).numbers).toEqual([najd, other]);
  });
});

describe("other records", () => {
  test("tickets and contacts lead to their companies, in the bin too", async () => {
    const ticket = await made("tickets", { subject: "Slow", hs_pipeline: "0", hs_pipeline_stage: "1" });
    const contact = await made("contacts", { email: `${najd}@example.com` });
    expect(await called()).toEqual({ plan: [], numbers: [najd] });
    await recalculate();
    await called();
    await stage.hubspot.records("tickets").archive([ticket]);
    expect((await called()).numbers).toEqual([najd]);
    await stage.hubspot.records("contacts").archive([contact]);
    expect((await called()).numbers).toEqual([najd]);
  });

  test("needs and signals lead to the company that they name, in the bin too", async () => {
    const need = {
      key: `${najd}:1`,
      properties: { need_name: "Fast delivery", need_status: "identified", company_record_id: Number(najd) } as const,
    };
    const { written } = await stage.hubspot.records(accountNeed).upsert([need]);
    expect(await called()).toEqual({ plan: [], numbers: [najd] });
    await stage.hubspot.records(accountNeed).archive([written[0]?.id ?? ""]);
    expect(await called()).toEqual({ plan: [], numbers: [najd] });
    const signal = { signal_name: "Praise", signal_kind: "testimonial", happened_on: "2026-11-20" } as const;
    const properties = { ...signal, company_record_id: Number(najd) };
    await stage.hubspot.records(accountSignal).upsert([{ key: `${najd}:2`, properties }]);
    expect(await called()).toEqual({ plan: [], numbers: [najd] });
  });

  test("a meeting leads to the companies of its contacts", async () => {
    const contact = await made("contacts", { email: `m${najd}@example.com` });
    const meeting = await made("meetings", { hs_timestamp: "2026-11-20T08:00:00Z", hs_meeting_title: "Lunch" }, null);
    await stage.hubspot.associations.create("meetings", "contacts", [{ from: meeting, to: contact }]);
    await called();
    const extra = { hs_meeting_outcome: "COMPLETED" };
    await stage.hubspot.records("meetings").update([{ id: meeting, properties: {}, extra }]);
    expect(await called()).toEqual({ plan: [najd], numbers: [najd] });
  });

  test("a reminder leads to its company once a person has done something with it", async () => {
    const key = `4242:${najd}:2026-12-06:reminder`;
    const extra = { hs_task_subject: "Call", hs_timestamp: "2026-12-06T06:00:00Z", hs_task_status: "NOT_STARTED" };
    const { written } = await stage.hubspot
      .records(task)
      .upsert([{ key, properties: {}, extra }], { by: "keyline_task_key" });
    expect(await called()).toEqual({ plan: [], numbers: [] });
    const id = written[0]?.id ?? "";
    await stage.hubspot.records(task).update([{ id, properties: {}, extra: { hs_task_status: "COMPLETED" } }]);
    expect(await called()).toEqual({ plan: [najd], numbers: [] });
    await stage.hubspot.records(task).archive([id]);
    expect(await called()).toEqual({ plan: [najd], numbers: [] });
  });

  test("a child that moves in the tree leads to both trees", async () => {
    const [child = ""] = await stage.companies(1, {});
    await stage.hubspot.associations.create("companies", "companies", [{ from: child, to: najd, typeId: 14 }]);
    await called();
    await stage.hubspot.associations.remove("companies", "companies", [{ from: child, to: najd, typeId: 14 }]);
    await stage.hubspot.associations.create("companies", "companies", [{ from: child, to: other, typeId: 14 }]);
    expect((await called()).numbers).toEqual([najd, other, child].sort());
  });

  test("merged companies lead to the one that is left", async () => {
    const body = { primaryObjectId: najd, objectIdToMerge: other };
    const left = await stage.hubspot.request<{ id: string }>({
      method: "POST",
      path: "/crm/objects/2026-09/companies/merge",
      body,
    });
    expect((await called()).plan).toContain(left.id);
  });
});

describe("what Keyline itself writes", () => {
  test("numbers call for nothing", async () => {
    await newDeal();
    await called();
    await recalculate();
    expect(await stage.hubspot.records(accountKpi).count()).toBeGreaterThan(0);
    expect(await called()).toEqual({ plan: [], numbers: [] });
  });

  test("a planner's pass calls for no other", async () => {
    const { planned } = await stage.plan();
    expect(planned).toBeGreaterThan(0);
    await stage.goTo("2026-12-21T06:00:00Z");
    expect((await stage.plan()).reminders.made).toBeGreaterThan(0);
    expect(await called()).toEqual({ plan: [], numbers: [] });
    await stage.goTo("2027-01-10T06:00:00Z");
    expect((await stage.plan()).overdue).toBeGreaterThan(0);
    const { plan, numbers } = await called();
    // What became overdue counts; the planner hears of it once, and then has nothing to write.
    expect(numbers.length).toBeGreaterThan(0);
    expect(plan.length).toBeGreaterThan(0);
    await stage.planFew(plan);
    expect(await called()).toEqual({ plan: [], numbers: [] });
    expect(await stage.hubspot.records(checkIn).count()).toBeGreaterThan(0);
  });
});
