import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { signV2, signV3 } from "../../src/hubspot/index.ts";
import { openStage, type Stage } from "../http/open-stage.ts";

let stage: Stage;
beforeAll(async () => {
  // A Tuesday in Riyadh.
  stage = await openStage("all", "2026-11-24T06:00:00Z");
}, 60_000);
afterAll(() => stage.close());

const root = "/crm/objects/2026-09";

async function managed(properties: Record<string, string> = {}): Promise<string> {
  const company = await stage.hubspot("POST", `${root}/companies`, {
    properties: { name: "Najd Foods", am_account_type: "key", am_rhythm: "monthly", ...properties },
    associations: [],
  });
  return company.id as string;
}

interface Run {
  action: string;
  companyId?: string;
  callbackId?: string;
  inputFields?: Record<string, unknown>;
  sign?: "v2" | "v3" | "nobody";
}

/** As HubSpot sends a run of a workflow. */
async function send({ action, companyId, callbackId = crypto.randomUUID(), inputFields = {}, sign = "v3" }: Run) {
  const uri = `${stage.backend.url}/workflow-actions/${action}`;
  const body = JSON.stringify({
    callbackId,
    origin: { portalId: Number(stage.portalId), actionDefinitionId: 1, actionDefinitionVersion: 1 },
    context: { source: "WORKFLOWS", workflowId: 7 },
    ...(companyId && { object: { objectId: Number(companyId), objectType: "COMPANY", properties: {} } }),
    inputFields,
  });
  const secret = sign === "nobody" ? "somebody's" : stage.sandbox.clientSecret;
  const parts = { method: "POST", uri, body };
  const timestamp = String(Date.now());
  const headers: Record<string, string> =
    sign === "v2"
      ? { "X-HubSpot-Signature": signV2(parts, secret), "X-HubSpot-Signature-Version": "v2" }
      : { "X-HubSpot-Signature-v3": signV3(parts, timestamp, secret), "X-HubSpot-Request-Timestamp": timestamp };
  const answer = await fetch(uri, { method: "POST", headers, body });
  return { status: answer.status, body: (await answer.json()) as { outputFields: Record<string, string> } };
}

const checkInsOf = async (companyId: string): Promise<string[]> => {
  const { results } = await stage.hubspot(
    "GET",
    `${root}/p_check_in?limit=100&properties=check_in_key,planned_date,planned_by`,
  );
  return (results as { properties: Record<string, string> }[])
    .filter(
      ({ properties }) =>
        properties["check_in_key"]?.startsWith(`${companyId}:`) && properties["planned_by"] === "person",
    )
    .map(({ properties }) => properties["planned_date"] ?? "");
};

describe("schedule a check-in", () => {
  test("on a date: one check-in, and the workflow is told its day", async () => {
    const companyId = await managed();

    const { status, body } = await send({
      action: "schedule-check-in",
      companyId,
      inputFields: { on_date: "2026-12-02" },
    });

    expect({ status, body }).toEqual({
      status: 200,
      body: {
        outputFields: {
          check_in_date: "2026-12-02",
          check_in_key: `${companyId}:2026-12-02`,
          hs_execution_state: "SUCCESS",
        },
      },
    });
    expect(await checkInsOf(companyId)).toEqual(["2026-12-02"]);
  });

  test("as HubSpot writes dates, in milliseconds, signed by version 2", async () => {
    const companyId = await managed();
    const on_date = Date.UTC(2026, 11, 2);

    const { body } = await send({ action: "schedule-check-in", companyId, inputFields: { on_date }, sign: "v2" });

    expect(body.outputFields["check_in_date"]).toBe("2026-12-02");
  });

  test("in so many days that end on a Friday: on Sunday, the next working day", async () => {
    const companyId = await managed();

    const { body } = await send({ action: "schedule-check-in", companyId, inputFields: { in_days: "3" } });

    expect(body.outputFields["check_in_date"]).toBe("2026-11-29");
  });

  test("the same run again a day later is the same check-in", async () => {
    const companyId = await managed();
    const run = { action: "schedule-check-in", companyId, callbackId: "ap-1", inputFields: { in_days: 7 } };
    const first = await send(run);
    stage.sandbox.clock.advance(24 * 60 * 60_000);

    const again = await send(run);

    expect(again).toEqual(first);
    expect(await checkInsOf(companyId)).toHaveLength(1);
  });

  test("twenty at once of the same run are one check-in", async () => {
    const companyId = await managed();
    const run = { action: "schedule-check-in", companyId, callbackId: "ap-2", inputFields: { in_days: 7 } };

    const answers = await Promise.all(Array.from({ length: 20 }, () => send(run)));

    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await checkInsOf(companyId)).toHaveLength(1);
  });

  test.each([
    ["nothing said", {}, "INVALID_INPUT", "on_date: Give a date, or a number of days"],
    ["no date", { on_date: "soon" }, "INVALID_INPUT", "Give a date such as 2026-11-24"],
    ["a day that has passed", { on_date: "2026-11-01" }, "INVALID_INPUT", "passed"],
  ])("%s: an answer that HubSpot shows, and nothing is written", async (_, inputFields, errorCode, message) => {
    const companyId = await managed();

    const { status, body } = await send({ action: "schedule-check-in", companyId, inputFields });

    expect(status).toBe(200);
    expect(body.outputFields).toMatchObject({ errorCode, hs_execution_state: "FAIL_CONTINUE" });
    expect(body.outputFields["message"]).toContain(message);
    expect(await checkInsOf(companyId)).toEqual([]);
  });

  test("for a company that nobody manages: it says what to do first", async () => {
    const companyId = await managed({ am_rhythm: "" });

    const { body } = await send({ action: "schedule-check-in", companyId, inputFields: { in_days: 7 } });

    expect(body.outputFields).toMatchObject({ errorCode: "NOT_NOW", message: expect.stringContaining("rhythm") });
  });

  test("an agent names the company", async () => {
    const companyId = await managed();
    const inputFields = { in_days: 7, company_record_id: companyId };

    const { body } = await send({ action: "schedule-check-in", inputFields });

    expect(body.outputFields["hs_execution_state"]).toBe("SUCCESS");
    const nobody = await send({ action: "schedule-check-in", inputFields: { in_days: 7 } });
    expect(nobody.body.outputFields).toMatchObject({ errorCode: "INVALID_INPUT" });
  });

  test("unsigned, or signed by somebody else: refused", async () => {
    const companyId = await managed();
    const { status } = await send({ action: "schedule-check-in", companyId, sign: "nobody" });
    expect(status).toBe(401);
  });

  test("while HubSpot is away it is HubSpot's to try again; days still count from the first try", async () => {
    const companyId = await managed();
    const run = { action: "schedule-check-in", companyId, callbackId: "ap-3", inputFields: { in_days: 7 } };
    await stage.hubspot("PUT", "/_sandbox/faults", { seed: 1, rate500: 1 });
    const { status } = await send(run);
    await stage.hubspot("PUT", "/_sandbox/faults", {});
    const firstDay = stage.sandbox.clock.now().toISOString().slice(0, 10);
    stage.sandbox.clock.advance(24 * 60 * 60_000);

    const again = await send(run);

    expect(status).toBe(503);
    const weekLater = new Date(Date.parse(firstDay) + 7 * 24 * 60 * 60_000).toISOString().slice(0, 10);
    expect(again.body.outputFields).toMatchObject({ check_in_date: weekLater, hs_execution_state: "SUCCESS" });
  });
});

describe("recalculate an account", () => {
  test("the workflow waits, and is told the new numbers", async () => {
    const companyId = await managed({ am_revenue_goal: "1000" });
    const deal = await stage.hubspot("POST", `${root}/deals`, {
      properties: { dealname: "Line 4", amount: "250", dealstage: "closedwon", closedate: "2026-03-01T09:00:00Z" },
      associations: [
        { to: { id: companyId }, types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 5 }] },
      ],
    });
    expect(deal.id).toBeDefined();
    const told = whenCompleted("ap-10");

    const { body } = await send({ action: "recalculate-account", companyId, callbackId: "ap-10" });

    expect(body.outputFields).toEqual({ hs_execution_state: "BLOCK" });
    expect(await told).toMatchObject({ goal_attainment: "25", hs_execution_state: "SUCCESS" });
  });
});

describe("open an account plan", () => {
  const plansOf = async (companyId: string) => {
    const query = { inputs: [{ id: companyId }] };
    const { results } = await stage.hubspot(
      "POST",
      "/crm/associations/2026-09/companies/p_account_plan/batch/read",
      query,
    );
    return (results as { to: unknown[] }[]).flatMap(({ to }) => to).length;
  };

  test("from the template of the account's type, once however often", async () => {
    const companyId = await managed({ am_revenue_goal: "1000" });

    const first = await send({ action: "open-plan", companyId });
    const second = await send({ action: "open-plan", companyId });

    const { plan_period, ...told } = first.body.outputFields;
    expect(told).toEqual({ plan_key: `${companyId}:${plan_period}`, is_new: "true", hs_execution_state: "SUCCESS" });
    expect(second.body.outputFields).toMatchObject({ plan_key: told["plan_key"], is_new: "false" });
    expect(await plansOf(companyId)).toBe(1);
  });

  test("for a period of the builder's choosing", async () => {
    const companyId = await managed();

    const { body } = await send({
      action: "open-plan",
      companyId,
      inputFields: { template: "strategic", period: "2027" },
    });

    expect(body.outputFields).toMatchObject({ plan_key: `${companyId}:2027`, is_new: "true" });
  });

  test("for an account without a type: it asks for a template, and nothing is written", async () => {
    const companyId = await managed({ am_account_type: "" });

    const { body } = await send({ action: "open-plan", companyId });

    expect(body.outputFields).toMatchObject({
      errorCode: "INVALID_INPUT",
      message: expect.stringContaining("template"),
    });
    expect(await plansOf(companyId)).toBe(0);
  });
});

describe("record a signal", () => {
  test("once for a run, named after its kind and company", async () => {
    const companyId = await managed();
    const run = { action: "record-signal", companyId, callbackId: "ap-20", inputFields: { kind: "referral" } };

    const { body } = await send(run);
    await send(run);

    const path = `${root}/p_account_signal/${body.outputFields["signal_id"]}?properties=signal_name,signal_kind`;
    const { properties } = await stage.hubspot("GET", path);
    expect(properties).toMatchObject({ signal_name: "Referral: Najd Foods", signal_kind: "referral" });
    const all = await stage.hubspot("GET", `${root}/p_account_signal?limit=100`);
    expect(all.results).toHaveLength(1);
  });

  test.each([
    ["an unknown kind", { kind: "rumour" }, "kind"],
    ["a day to come", { kind: "risk", happened_on: "2030-01-01" }, "has not come yet"],
  ])("%s is answered where the builder sees it", async (_, inputFields, message) => {
    const { body } = await send({ action: "record-signal", companyId: await managed(), inputFields });
    expect(body.outputFields).toMatchObject({ errorCode: "INVALID_INPUT", message: expect.stringContaining(message) });
  });

  test("for a company that is gone", async () => {
    const { body } = await send({ action: "record-signal", companyId: "99", inputFields: { kind: "risk" } });
    expect(body.outputFields).toMatchObject({ errorCode: "NOT_FOUND" });
  });
});

/** What HubSpot is told of a run that it waits for. */
function whenCompleted(callbackId: string): Promise<Record<string, string>> {
  return new Promise((resolve) => {
    stage.sandbox.onExchange(({ path, requestBody }) => {
      if (!path.endsWith(`/${callbackId}/complete`)) return;
      resolve((requestBody as { outputFields: Record<string, string> }).outputFields);
    });
  });
}
