import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openStage, type Sent, type Stage } from "./open-stage.ts";

let stage: Stage;
let companyId: string;
beforeAll(async () => {
  stage = await openStage();
  const company = await stage.hubspot("POST", "/crm/objects/2026-09/companies", {
    properties: { name: "Najd Foods" },
    associations: [],
  });
  companyId = company.id as string;
}, 60_000);
afterAll(() => stage.close());

const summary = (more: Partial<Sent> = {}): Sent => ({
  method: "GET",
  path: "/cards/summary",
  query: { companyId },
  ...more,
});
const minutes = 60_000;

describe("a card's request", () => {
  test("passes when HubSpot signed it just now", async () => {
    expect((await stage.send(summary())).status).toBe(200);
  });

  test.each([
    ["four minutes old", { offset: -4 * minutes }, 200],
    ["four minutes ahead", { offset: 4 * minutes }, 200],
    ["six minutes old", { offset: -6 * minutes }, 401],
    ["six minutes ahead", { offset: 6 * minutes }, 401],
  ])("%s answers as it should", async (_words, { offset }, status) => {
    const answer = await stage.send(summary({ timestamp: Date.now() + offset }));
    expect(answer.status).toBe(status);
  });

  test.each([
    ["another secret", { secret: "not-the-secret" }],
    ["no signature", { signature: "" }],
    ["a signature of another length", { signature: "abc" }],
  ])("with %s is refused", async (_words, more) => {
    const answer = await stage.send(summary(more));
    expect([answer.status, answer.body.error.code]).toEqual([401, "not-signed"]);
  });

  test("sent a second time is refused", async () => {
    const once = summary({ timestamp: Date.now() - 1_000 });
    expect((await stage.send(once)).status).toBe(200);
    expect((await stage.send(once)).status).toBe(401);
  });

  test("with a wrong query says what is wrong, by field", async () => {
    const answer = await stage.send(summary({ query: { companyId: "abc" } }));
    expect([answer.status, answer.body.error.fields[0].path]).toEqual([400, "companyId"]);
  });

  test("that is not JSON says so", async () => {
    const answer = await stage.send({ method: "POST", path: "/cards/check-ins/plan", text: "{" });
    expect([answer.status, answer.body.error.code]).toEqual([400, "invalid-input"]);
  });
});

describe("a write", () => {
  const start = (key: string, type = "key"): Sent => ({
    method: "POST",
    path: "/cards/check-ins/start-managing",
    body: {
      idempotencyKey: key,
      companyId,
      type,
      tier: "a",
      rhythm: { name: "monthly", rule: "first sunday", startsOn: "2026-12-01" },
      leadManagerId: null,
    },
  });

  test("repeated with its idempotency key gets the first answer", async () => {
    const first = await stage.send(start("one-intent-of-a-person"));
    const second = await stage.send(start("one-intent-of-a-person"));
    expect(first.status).toBe(200);
    expect(second).toEqual(first);
  });

  test("repeated at the same moment is done once", async () => {
    const [first, second] = await Promise.all([
      stage.send(start("a-double-click")),
      stage.send(start("a-double-click")),
    ]);
    expect(second).toEqual(first);
  });

  test("with the key of another request is refused", async () => {
    await stage.send(start("key-of-another"));
    const answer = await stage.send(start("key-of-another", "sales"));
    expect([answer.status, answer.body.error.fields[0].path]).toEqual([400, "idempotencyKey"]);
  });
});

describe("webhooks", () => {
  test("are kept and answered with 204", async () => {
    const event = {
      eventId: 1,
      portalId: Number(stage.portalId),
      occurredAt: Date.now(),
      subscriptionType: "object.creation",
      objectTypeId: "0-2",
      objectId: Number(companyId),
    };
    const answer = await stage.send({ method: "POST", path: "/webhooks", body: [event] });
    expect(answer.status).toBe(204);
    expect(await stage.backend.queue.piles.size(`inbox:${stage.portalId}`)).toBe(1);
  });

  test("that are none say what is wrong, by field", async () => {
    const answer = await stage.send({ method: "POST", path: "/webhooks", body: [{ eventId: 1 }] });
    expect([answer.status, answer.body.error.fields.map((field: { path: string }) => field.path)]).toEqual([
      400,
      ["0.portalId", "0.occurredAt", "0.subscriptionType"],
    ]);
  });
});

describe("health", () => {
  test.each(["/healthz", "/readyz", "/metrics"])("%s answers without a signature", async (path) => {
    expect((await fetch(stage.backend.url + path)).status).toBe(200);
  });
});
