import { request } from "node:http";
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

describe("limits", () => {
  const limits = (parts: object) => door.control("PUT", "/portal", { limits: parts });
  const burst = (count: number, call = () => door.call("GET", details)) =>
    Promise.all(Array.from({ length: count }, call));

  test("are told in the headers of each answer", async () => {
    const first = await door.call("GET", details);
    const second = await door.call("GET", details);
    expect(first.headers.get("x-hubspot-ratelimit-max")).toBe("190");
    expect(first.headers.get("x-hubspot-ratelimit-interval-milliseconds")).toBe("10000");
    expect(second.headers.get("x-hubspot-ratelimit-remaining")).toBe("188");
    expect(second.headers.get("x-hubspot-ratelimit-daily")).toBe("1000000");
    expect(second.headers.get("x-hubspot-ratelimit-daily-remaining")).toBe("999998");
  });

  test("of ten seconds are enforced", async () => {
    await limits({ perTenSeconds: 3 });
    const answers = await burst(4);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.body).toEqual({
      status: "error",
      message: expect.any(String),
      correlationId: expect.any(String),
      errorType: "RATE_LIMIT",
      policyName: "TEN_SECONDLY_ROLLING",
    });
    expect((await door.control("GET", "/calls")).body).toMatchObject({ total: 4, rateLimited: 1 });
  });

  test("of searches are enforced by the second, without headers", async () => {
    const answers = await burst(6, () => door.objects("POST", "/companies/search", {}));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.body.policyName).toBe("SECONDLY");
    for (const { headers } of answers) expect(headers.get("x-hubspot-ratelimit-max")).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect((await door.objects("POST", "/companies/search", {})).status).toBe(200);
  });

  test("of a day are enforced", async () => {
    await limits({ perDay: 1 });
    const [, second] = [await door.call("GET", details), await door.call("GET", details)];
    expect(second.status).toBe(429);
    expect(second.body.policyName).toBe("DAILY");
  });

  test("of one portal leave another alone", async () => {
    const other = await door.control("POST", "/portals", {});
    await limits({ perTenSeconds: 1 });
    await burst(2);
    const theirs = await door.call("GET", details, undefined, { Authorization: `Bearer ${other.body.token}` });
    expect(theirs.status).toBe(200);
  });
});

describe("faults", () => {
  const faults = (parts: object) => door.control("PUT", "/faults", { seed: 7, ...parts });

  test.each([
    ["rate429", 429],
    ["rate500", 500],
    ["rate502", 502],
  ])("%s", async (name, status) => {
    await faults({ [name]: 1 });
    expect((await door.call("GET", details)).status).toBe(status);
  });

  test("a reset call is not carried out", async () => {
    await faults({ resets: 1 });
    await expect(door.objects("POST", "/companies", { properties: { name: "A" } })).rejects.toThrow();
    await faults({});
    expect((await door.objects("GET", "/companies")).body.results).toHaveLength(0);
  });

  test("a lost reply is carried out", async () => {
    await faults({ lostReplies: 1 });
    await expect(door.objects("POST", "/companies", { properties: { name: "A" } })).rejects.toThrow();
    await faults({});
    expect((await door.objects("GET", "/companies")).body.results).toHaveLength(1);
  });

  test("a timeout never answers", async () => {
    await faults({ timeouts: 1 });
    const answered = await new Promise<boolean>((resolve) => {
      const call = request(`${door.sandbox.url}${details}`, { headers: { Authorization: "Bearer sandbox" } }, () =>
        resolve(true),
      );
      call.on("error", () => undefined);
      call.end();
      setTimeout(() => {
        resolve(false);
        call.destroy();
      }, 200);
    });
    expect(answered).toBe(false);
  });

  test("of the same seed come in the same order", async () => {
    const run = async () => {
      await faults({ rate500: 0.5 });
      const statuses = [];
      for (let n = 0; n < 20; n += 1) statuses.push((await door.call("GET", details)).status);
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run()).toEqual(first);
  });

  test("that are unknown or more than all are refused", async () => {
    expect((await faults({ rate404: 1 })).status).toBe(400);
    expect((await faults({ rate500: 0.6, resets: 0.6 })).status).toBe(400);
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
