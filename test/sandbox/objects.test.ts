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

describe("one record", () => {
  test("is made with dates and id, every value a string", async () => {
    const { status, body } = await door.objects("POST", "/companies", {
      properties: { name: "Najd", numberofemployees: 40 },
    });
    expect(status).toBe(201);
    expect(body.id).toMatch(/^\d+$/);
    expect(body.properties).toMatchObject({ name: "Najd", numberofemployees: "40", hs_object_id: body.id });
    expect(body.properties.createdate).toMatch(/^\d{4}-.*Z$/);
    expect(body.archived).toBe(false);
  });

  test("gives default properties, null where empty", async () => {
    const id = await make(door, "companies", { name: "Plain" });
    const { body } = await door.objects("GET", `/companies/${id}`);
    expect(Object.keys(body.properties)).toEqual([
      "createdate",
      "domain",
      "hs_lastmodifieddate",
      "hs_object_id",
      "name",
    ]);
    expect(body.properties.domain).toBeNull();
  });

  test("gives the properties asked for and leaves unknown ones out", async () => {
    const id = await make(door, "companies", { name: "Asked", city: "Riyadh" });
    const { body } = await door.objects("GET", `/companies/${id}?properties=city,nothing,industry`);
    expect(body.properties).toMatchObject({ city: "Riyadh", industry: null });
    expect(body.properties).not.toHaveProperty("nothing");
    expect(body.properties).not.toHaveProperty("name");
  });

  test("is found by a unique property", async () => {
    const id = await make(door, "contacts", { email: "Sara@Example.com" });
    const { body } = await door.objects("GET", "/contacts/sara@example.com?idProperty=email");
    expect(body.id).toBe(id);
  });

  test("is not found by a property that is not unique", async () => {
    expect((await door.objects("GET", "/companies/Najd?idProperty=name")).status).toBe(400);
  });

  test("that is not there is a 404 in HubSpot's shape", async () => {
    const { status, body } = await door.objects("GET", "/companies/999");
    expect(status).toBe(404);
    expect(body).toMatchObject(refusal("OBJECT_NOT_FOUND"));
  });

  test("changes updatedAt only when a value really changes", async () => {
    const id = await make(door, "companies", { name: "Still" });
    const before = await door.objects("GET", `/companies/${id}`);
    door.sandbox.clock.advance(60_000);
    const same = await door.objects("PATCH", `/companies/${id}`, { properties: { name: "Still" } });
    expect(same.body.updatedAt).toBe(before.body.updatedAt);
    const changed = await door.objects("PATCH", `/companies/${id}`, { properties: { name: "Moved" } });
    expect(Date.parse(changed.body.updatedAt)).toBeGreaterThanOrEqual(Date.parse(before.body.updatedAt) + 60_000);
    expect(changed.body.properties.hs_lastmodifieddate).toBe(changed.body.updatedAt.replace(".000Z", "Z"));
  });

  test("is cleared by an empty string", async () => {
    const id = await make(door, "companies", { name: "Clear", city: "Dammam" });
    await door.objects("PATCH", `/companies/${id}`, { properties: { city: "" } });
    const { body } = await door.objects("GET", `/companies/${id}?properties=city`);
    expect(body.properties.city).toBeNull();
  });

  test("keeps the history of a value, newest first, with source and time", async () => {
    const id = await make(door, "companies", { name: "One" });
    door.sandbox.clock.advance(1000);
    await door.objects("PATCH", `/companies/${id}`, { properties: { name: "Two" } });
    const { body } = await door.objects("GET", `/companies/${id}?propertiesWithHistory=name`);
    expect(body.propertiesWithHistory.name).toMatchObject([
      { value: "Two", sourceType: "INTEGRATION", sourceId: "1000001" },
      { value: "One", sourceType: "INTEGRATION" },
    ]);
  });

  test("once archived is only read with archived=true, and deleting again is quiet", async () => {
    const id = await make(door, "companies", { name: "Gone" });
    expect((await door.objects("DELETE", `/companies/${id}`)).status).toBe(204);
    expect((await door.objects("GET", `/companies/${id}`)).status).toBe(404);
    const { body } = await door.objects("GET", `/companies/${id}?archived=true`);
    expect(body).toMatchObject({ archived: true, archivedAt: expect.any(String) });
    expect((await door.objects("DELETE", `/companies/${id}`)).status).toBe(204);
  });

  test("answers to every name of its type", async () => {
    const typeId = await makeType(door, "gadget");
    const id = await make(door, "gadget", { title: "G" });
    for (const name of [typeId, "gadget", "p_gadget", "p48000001_gadget"]) {
      expect((await door.objects("GET", `/${name}/${id}`)).status).toBe(200);
    }
    const deal = await make(door, "deals", { dealname: "D" });
    expect((await door.objects("GET", `/0-3/${deal}`)).body.id).toBe(deal);
  });

  test("of a type that is not there is refused", async () => {
    expect((await door.objects("GET", "/nothings")).status).toBe(400);
  });

  test("of an archived unique value leaves the value free", async () => {
    const id = await make(door, "contacts", { email: "free@example.com" });
    await door.objects("DELETE", `/contacts/${id}`);
    expect(await make(door, "contacts", { email: "free@example.com" })).not.toBe(id);
  });
});

describe("a list", () => {
  test("pages through everything once", async () => {
    await makeType(door, "page");
    for (let n = 0; n < 5; n += 1) await make(door, "page", { title: String(n) });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await door.objects("GET", `/page?limit=2&properties=title${after ? `&after=${after}` : ""}`);
      seen.push(...body.results.map((record: { properties: { title: string } }) => record.properties.title));
      after = body.paging?.next.after;
    } while (after);
    expect(seen).toEqual(["0", "1", "2", "3", "4"]);
  });

  test("above 100 a page is refused", async () => {
    expect((await door.objects("GET", "/companies?limit=101")).status).toBe(400);
  });

  test("gives associated ids when asked", async () => {
    const company = await make(door, "companies", { name: "With" });
    const contact = await make(door, "contacts", { email: "with@example.com" });
    await door.objects("PUT", `/companies/${company}/associations/default/contacts/${contact}`);
    const { body } = await door.objects("GET", `/companies/${company}?associations=contacts`);
    expect(body.associations.contacts.results).toContainEqual({ id: contact, type: "company_to_contact" });
  });
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

describe("what apps cannot do", () => {
  test("write feedback submissions", async () => {
    const one = await door.objects("POST", "/feedback_submissions", { properties: { hs_value: "9" } });
    const many = await door.objects("POST", "/feedback_submissions/batch/create", { inputs: [{ properties: {} }] });
    expect([one.status, many.status]).toEqual([405, 405]);
  });

  test("make users, though they may fill in their data", async () => {
    expect((await door.objects("POST", "/users", { properties: { hs_email: "x@example.com" } })).status).toBe(405);
    const made = await door.control("POST", "/records/users", {
      inputs: [{ properties: { hs_email: "x@example.com" } }],
    });
    const { id } = made.body.results[0];
    expect((await door.objects("PATCH", `/users/${id}`, { properties: { hs_job_title: "Lead" } })).status).toBe(200);
  });

  test("make owners", async () => {
    expect((await door.call("POST", "/crm/owners/2026-09", { email: "x@example.com" })).status).toBe(405);
  });
});
