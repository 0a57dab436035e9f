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
