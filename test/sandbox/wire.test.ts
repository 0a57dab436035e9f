import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { make, openDoor, type Door } from "./door.ts";

let door: Door;
beforeEach(async () => {
  door = await openDoor({ limited: true });
});
afterEach(() => door.close());

const details = "/account-info/2026-09/details";

describe("who may call", () => {
  test.each([
    ["no token", {}],
    ["a wrong token", { Authorization: "Bearer other" }],
    ["another scheme", { Authorization: "Basic sandbox" }],
  ])("nobody with %s", async (_what, headers) => {
    const response = await fetch(door.sandbox.url + details, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ status: "error", category: "INVALID_AUTHENTICATION" });
  });

  test("each token sees its own portal only", async () => {
    const made = await door.control("POST", "/portals", { tier: "professional", timeZone: "UTC", currency: "EUR" });
    expect(made.status).toBe(201);
    const id = await make(door, "companies", { name: "Mine" });
    const theirs = { Authorization: `Bearer ${made.body.token}` };
    const account = await door.call("GET", details, undefined, theirs);
    expect(account.body).toMatchObject({ portalId: made.body.portalId, companyCurrency: "EUR" });
    expect((await door.call("GET", `/crm/objects/2026-09/companies/${id}`, undefined, theirs)).status).toBe(404);
  });
});

describe("what is not there", () => {
  test.each([
    ["another version", "GET", "/crm/objects/2026-03/companies", 404],
    ["an unknown path", "GET", "/crm/nothing/2026-09", 404],
    [
      "a list of one record's associations, which this version has not",
      "GET",
      "/crm/objects/2026-09/companies/1/associations/contacts",
      404,
    ],
    ["a method that a path does not take", "PUT", "/crm/owners/2026-09", 405],
  ])("%s", async (_what, method, path, status) => {
    const answer = await door.call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      status: "error",
      message: expect.any(String),
      correlationId: expect.any(String),
    });
  });
});

describe("a body", () => {
  test("that is no JSON is refused", async () => {
    const { status, body } = await door.objects("POST", "/companies", "{oops");
    expect(status).toBe(400);
    expect(body.message).toMatch(/Invalid input JSON/);
  });

  test("of another type is refused", async () => {
    const { status } = await door.call("POST", "/crm/objects/2026-09/companies", "a=b", {
      "Content-Type": "text/plain",
    });
    expect(status).toBe(415);
  });

  test("without what is required is refused, naming it", async () => {
    const { status, body } = await door.objects("POST", "/companies", {});
    expect(status).toBe(400);
    expect(body.errors[0].in).toBe("properties");
  });
});

describe("control", () => {
  test("calls are counted by operation, the type as it was sent", async () => {
    const id = await make(door, "companies", { name: "A" });
    await door.objects("GET", `/0-2/${id}`);
    await door.objects("POST", "/tasks/batch/upsert", { inputs: [] });
    const { body } = await door.control("GET", "/calls");
    expect(body.byOperation).toEqual({
      "GET /crm/objects/{version}/0-2/{id}": 1,
      "POST /crm/objects/{version}/companies": 1,
      "POST /crm/objects/{version}/tasks/batch/upsert": 1,
    });
    expect((await door.control("DELETE", "/calls")).body.total).toBe(0);
    expect((await door.control("GET", "/calls")).body).toEqual({ total: 0, rateLimited: 0, byOperation: {} });
  });

  test("the clock is set and moved, and runs on", async () => {
    await door.control("PUT", "/clock", { now: "2027-01-01T00:00:00Z" });
    const { body } = await door.control("PUT", "/clock", { advanceMs: 3_600_000 });
    expect(body.now).toMatch(/^2027-01-01T01:00:00/);
    const made = await door.objects("POST", "/companies", { properties: { name: "Later" } });
    expect(made.body.createdAt).toMatch(/^2027-01-01T01:00/);
    expect((await door.control("PUT", "/clock", { now: "whenever" })).status).toBe(400);
  });

  test("the portal's settings are merged and answered whole", async () => {
    const { body } = await door.control("PUT", "/portal", { tier: "starter", searchLagMs: 5 });
    expect(body).toEqual({
      portalId: 48_000_001,
      tier: "starter",
      timeZone: "Asia/Riyadh",
      currency: "SAR",
      limits: { perTenSeconds: 100, perDay: 250_000, searchesPerSecond: 5 },
      searchLagMs: 5,
      writeRules: [],
    });
    expect((await door.control("PUT", "/portal", { timeZone: "Mars/One" })).status).toBe(400);
    expect((await door.control("PUT", "/portal", { colour: "blue" })).status).toBe(400);
  });

  test("reset forgets everything", async () => {
    await make(door, "companies", { name: "A" });
    await door.control("PUT", "/clock", { advanceMs: 1e9 });
    await door.control("POST", "/reset", { seed: "none" });
    expect((await door.objects("GET", "/companies")).body.results).toHaveLength(0);
    expect(Math.abs(Date.parse((await door.control("GET", "/clock")).body.now) - Date.now())).toBeLessThan(5000);
    expect((await door.control("POST", "/reset", { seed: "other" })).status).toBe(400);
  });

  test("people's records come in as a batch of creates", async () => {
    const { status, body } = await door.control("POST", "/records/feedback_submissions", {
      inputs: [{ properties: { hs_survey_type: "NPS", hs_value: "9" } }],
    });
    expect(status).toBe(201);
    expect(
      (await door.objects("GET", `/feedback_submissions/${body.results[0].id}?properties=hs_value`)).body.properties
        .hs_value,
    ).toBe("9");
    const bad = await door.control("POST", "/records/feedback_submissions", {
      inputs: [{ properties: { hs_value: "nine" } }],
    });
    expect(bad.status).toBe(400);
  });

  test("needs no token, and an unknown route is a 404", async () => {
    const response = await fetch(`${door.sandbox.url}/_sandbox/nothing`);
    expect(response.status).toBe(404);
  });
});
