import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { make, makeType, openDoor, type Door } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const refusal = (category = "VALIDATION_ERROR") => ({
  status: "error",
  message: expect.any(String),
  correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  category,
});

describe("a value", () => {
  const refused = async (type: string, properties: Record<string, unknown>) => {
    const { status, body } = await door.objects("POST", `/${type}`, { properties });
    expect(status).toBe(400);
    expect(body).toMatchObject(refusal());
    return body.errors.map((error: { code: string; context: { propertyName: string[] } }) => [
      error.code,
      ...error.context.propertyName,
    ]);
  };

  test.each([
    ["an unknown property", "companies", { nothing: "1" }, "PROPERTY_DOESNT_EXIST"],
    ["a word for a number", "companies", { numberofemployees: "many" }, "INVALID_INTEGER"],
    ["a choice that is none", "companies", { industry: "WIZARDRY" }, "INVALID_OPTION"],
    ["a day that is none", "contacts", { date_of_birth: "2026-02-30" }, "INVALID_DATE"],
    ["a day with a time", "contacts", { date_of_birth: "1767229200000" }, "INVALID_DATE"],
    ["a moment that is none", "deals", { closedate: "soon" }, "INVALID_DATE"],
    ["a yes that is none", "companies", { is_public: "maybe" }, "INVALID_OPTION"],
    ["an address that is none", "contacts", { email: "at example" }, "INVALID_EMAIL"],
    ["an owner that is none", "companies", { hubspot_owner_id: "1" }, "INVALID_OWNER_ID"],
    ["a stage that is none", "deals", { dealstage: "nowhere" }, "INVALID_OPTION"],
    ["a stage of another pipeline", "deals", { pipeline: "default", dealstage: "4" }, "INVALID_OPTION"],
    ["a date that HubSpot keeps", "companies", { createdate: "2020-01-01" }, "READ_ONLY_VALUE"],
    ["an id that HubSpot gives", "companies", { hs_object_id: "5" }, "READ_ONLY_VALUE"],
    ["a calculated value", "deals", { hs_is_closed: "true" }, "READ_ONLY_VALUE"],
    ["null, which descriptions do not have", "companies", { name: null }, "INVALID_VALUE"],
    [
      "text over 65,536 characters",
      "tasks",
      { hs_timestamp: "1", hs_task_body: "x".repeat(65_537) },
      "PROPERTY_VALUE_TOO_LONG",
    ],
  ])("is refused: %s", async (_what, type, properties, code) => {
    const codes = await refused(type, properties);
    expect(codes.map(([each]: string[]) => each)).toContain(code);
  });

  test("is refused once for each property that is wrong", async () => {
    const codes = await refused("companies", { nothing: "1", industry: "WIZARDRY" });
    expect(codes).toEqual([
      ["PROPERTY_DOESNT_EXIST", "nothing"],
      ["INVALID_OPTION", "industry"],
    ]);
  });

  test("that is missing and required is refused", async () => {
    const { status, body } = await door.objects("POST", "/tasks", { properties: { hs_task_subject: "No date" } });
    expect(status).toBe(400);
    expect(body.context).toEqual({ properties: ["hs_timestamp"] });
  });

  test("of a date is a day, of a moment ISO without empty milliseconds", async () => {
    const contact = await door.objects("POST", "/contacts", { properties: { date_of_birth: "1767225600000" } });
    expect(contact.body.properties.date_of_birth).toBe("2026-01-01");
    const deal = await door.objects("POST", "/deals", { properties: { closedate: "1767225600000" } });
    expect(deal.body.properties.closedate).toBe("2026-01-01T00:00:00Z");
  });

  test("of several choices joins with a semicolon and grows by a leading one", async () => {
    const id = await make(door, "contacts", { hs_buying_role: "CHAMPION" });
    const { body } = await door.objects("PATCH", `/contacts/${id}`, { properties: { hs_buying_role: ";BLOCKER" } });
    expect(body.properties.hs_buying_role).toBe("CHAMPION;BLOCKER");
  });

  test("that is unique and taken is refused, naming who has it", async () => {
    const id = await make(door, "contacts", { email: "one@example.com" });
    const { status, body } = await door.objects("POST", "/contacts", { properties: { email: "ONE@example.com" } });
    expect(status).toBe(409);
    expect(body).toMatchObject({ ...refusal("CONFLICT"), message: `Contact already exists. Existing ID: ${id}` });
  });

  test("of a custom unique property that is taken is refused, and nothing is written", async () => {
    await makeType(door, "keyed");
    await make(door, "keyed", { title: "A", key: "k" });
    const { status, body } = await door.objects("POST", "/keyed", { properties: { title: "B", key: "k" } });
    expect(status).toBe(409);
    expect(body.message).toMatch(/already has that value/);
    expect((await door.objects("GET", "/keyed")).body.results).toHaveLength(1);
  });
});

test("a deal cannot move to a pipeline that its stage is not of", async () => {
  const stages = [{ stageId: "talks", label: "Talks", displayOrder: 0, metadata: { probability: "0.5" } }];
  await door.call("POST", "/crm/pipelines/2026-09/deals", {
    pipelineId: "second",
    label: "Second",
    displayOrder: 1,
    stages,
  });
  const id = await make(door, "deals", { dealstage: "contractsent" });
  const alone = await door.objects("PATCH", `/deals/${id}`, { properties: { pipeline: "second" } });
  expect(alone.status).toBe(400);
  const both = await door.objects("PATCH", `/deals/${id}`, { properties: { pipeline: "second", dealstage: "talks" } });
  expect(both.status).toBe(200);
});

describe("rules that an administrator set", () => {
  test("are enforced on API writes, naming the property", async () => {
    const id = await make(door, "companies", { name: "Ruled" });
    const rule = {
      objectType: "companies",
      when: { property: "lifecyclestage", value: "customer" },
      requires: "industry",
    };
    await door.control("PUT", "/portal", { writeRules: [rule] });
    const { status, body } = await door.objects("PATCH", `/companies/${id}`, {
      properties: { lifecyclestage: "customer" },
    });
    expect(status).toBe(400);
    expect(body.errors[0].context.propertyName).toEqual(["industry"]);
    const both = { lifecyclestage: "customer", industry: "BANKING" };
    expect((await door.objects("PATCH", `/companies/${id}`, { properties: both })).status).toBe(200);
    await door.control("PUT", "/portal", { writeRules: [] });
  });
});

describe("what HubSpot works out", () => {
  test("a won deal is closed, with its amount in the account's currency", async () => {
    await door.call("POST", "/settings/currencies/2026-09/exchange-rates", {
      fromCurrencyCode: "EUR",
      conversionRate: 4,
    });
    const id = await make(door, "deals", { amount: "100", deal_currency_code: "EUR", dealstage: "closedwon" });
    const names = "hs_is_closed,hs_is_closed_won,amount_in_home_currency,pipeline";
    const { body } = await door.objects("GET", `/deals/${id}?properties=${names}`);
    expect(body.properties).toMatchObject({
      hs_is_closed: "true",
      hs_is_closed_won: "true",
      amount_in_home_currency: "400",
      pipeline: "default",
    });
  });

  test("a ticket closes with its stage and opens again", async () => {
    const id = await make(door, "tickets", { subject: "T", hs_pipeline_stage: "4" });
    const read = async () =>
      (await door.objects("GET", `/tickets/${id}?properties=closed_date,hs_pipeline`)).body.properties;
    expect(await read()).toMatchObject({ closed_date: expect.any(String), hs_pipeline: "0" });
    await door.objects("PATCH", `/tickets/${id}`, { properties: { hs_pipeline_stage: "1" } });
    expect((await read()).closed_date).toBeNull();
  });

  test("a completed task knows when", async () => {
    const id = await make(door, "tasks", { hs_timestamp: "2026-12-01T08:00:00Z" });
    const first = await door.objects("GET", `/tasks/${id}?properties=hs_task_status,hs_task_completion_date`);
    expect(first.body.properties).toMatchObject({ hs_task_status: "NOT_STARTED", hs_task_completion_date: null });
    await door.objects("PATCH", `/tasks/${id}`, { properties: { hs_task_status: "COMPLETED" } });
    const done = await door.objects("GET", `/tasks/${id}?properties=hs_task_completion_date`);
    expect(done.body.properties.hs_task_completion_date).toMatch(/Z$/);
  });

  test("a contact's first company is its primary one", async () => {
    const company = await make(door, "companies", { name: "First" });
    const contact = await make(door, "contacts", { email: "first@example.com" });
    await door.objects("PUT", `/contacts/${contact}/associations/default/companies/${company}`);
    const { body } = await door.objects("GET", `/contacts/${contact}?properties=associatedcompanyid`);
    expect(body.properties.associatedcompanyid).toBe(company);
  });
});
