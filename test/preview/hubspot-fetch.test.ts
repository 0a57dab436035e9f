import { Signature } from "@hubspot/api-client";
import { afterEach, describe, expect, test } from "@jest/globals";
import { type CardRequest, createHubSpotFetch } from "../../src/preview/hubspot-fetch.ts";
import { type Received, openBackend } from "./stage.ts";

const clientSecret = "sandbox-secret";
let backend: Awaited<ReturnType<typeof openBackend>>;
afterEach(() => backend.close());

async function stage(answer?: Parameters<typeof openBackend>[0]) {
  backend = await openBackend(answer);
  return createHubSpotFetch({
    portalId: 48_000_001,
    appId: 42,
    clientSecret,
    backendUrl: backend.url,
    permittedUrls: ["https://backend.example.com/cards"],
  });
}

const ask = (change: Partial<CardRequest> = {}): CardRequest => ({
  url: "https://backend.example.com/cards/summary?companyId=1",
  method: "GET",
  body: null,
  headers: {},
  timeoutMs: 15_000,
  user: { userId: 7, userEmail: "noura@example.com" },
  ...change,
});

/** Answers one after another, the last for ever. */
const inTurn = (...answers: { status: number; body?: unknown }[]) => {
  let at = 0;
  return (_request: Received) => answers[Math.min(at++, answers.length - 1)] ?? { status: 200 };
};

describe("what reaches the backend", () => {
  test("the card's path at the backend's own address, with who asks", async () => {
    const send = await stage();
    await send(ask());
    const url = new URL(backend.received[0]?.url ?? "", backend.url);
    expect(url.pathname).toBe("/cards/summary");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      companyId: "1",
      userId: "7",
      portalId: "48000001",
      userEmail: "noura@example.com",
      appId: "42",
    });
  });

  test("a signature over the very address that was called", async () => {
    const send = await stage();
    await send(ask({ method: "POST", body: '{"topic":"renewal"}' }));
    const [got] = backend.received;
    const isValid = Signature.isValid({
      signatureVersion: "v3",
      signature: String(got?.headers["x-hubspot-signature-v3"]),
      clientSecret,
      method: "POST",
      // HubSpot hashes the address decoded, and its client leaves the decoding to whoever checks.
      url: backend.url + (got?.url ?? "").replace("%40", "@"),
      requestBody: got?.body ?? "",
      timestamp: Number(got?.headers["x-hubspot-request-timestamp"]),
    });
    expect(isValid).toBe(true);
  });

  test("no header of the card's but Authorization", async () => {
    const send = await stage();
    await send(ask({ headers: { authorization: "Bearer mine", "x-other": "1" } }));
    expect(backend.received[0]?.headers).toMatchObject({ authorization: "Bearer mine" });
    expect(backend.received[0]?.headers).not.toHaveProperty("x-other");
  });
});

describe("what is refused without a call", () => {
  test.each([
    ["http", { url: "http://backend.example.com/cards/summary" }, 400],
    ["what is no URL", { url: "/cards/summary" }, 400],
    ["an origin that is not permitted", { url: "https://elsewhere.example.com/cards" }, 403],
    ["a path beside the permitted one", { url: "https://backend.example.com/admin" }, 403],
    ["a body over 1 MB", { method: "POST", body: JSON.stringify("x".repeat(1_048_577)) }, 413],
  ])("%s", async (_what, change, status) => {
    const send = await stage();
    expect((await send(ask(change))).status).toBe(status);
    expect(backend.received).toHaveLength(0);
  });
});

describe("when the backend fails", () => {
  test("a 5xx is repeated once, and the second answer counts", async () => {
    const send = await stage(inTurn({ status: 503 }, { status: 200, body: { ok: true } }));
    expect((await send(ask())).status).toBe(200);
    expect(backend.received).toHaveLength(2);
  });

  test("a repeat carries the same body, so that an idempotency key can tell", async () => {
    const send = await stage(inTurn({ status: 500 }));
    await send(ask({ method: "POST", body: '{"idempotencyKey":"k1"}' }));
    expect(backend.received.map(({ body }) => body)).toEqual(['{"idempotencyKey":"k1"}', '{"idempotencyKey":"k1"}']);
  });

  test("a 4xx is not repeated", async () => {
    const send = await stage(inTurn({ status: 409, body: { code: "conflict" } }));
    expect((await send(ask())).status).toBe(409);
    expect(backend.received).toHaveLength(1);
  });

  test("no answer in time is a 504", async () => {
    const send = await stage(() => "hang");
    expect((await send(ask({ timeoutMs: 150 }))).status).toBe(504);
  });

  test("an answer over 1 MB is not handed on", async () => {
    const send = await stage(() => ({ status: 200, body: "x".repeat(1_048_577) }));
    expect((await send(ask())).status).toBe(413);
  });

  test("a backend that is away is a 502", async () => {
    const send = await stage();
    await backend.close();
    expect((await send(ask())).status).toBe(502);
  });
});

test("the twenty-first request at once is turned away", async () => {
  const send = await stage(() => "hang");
  const many = Array.from({ length: 20 }, () => send(ask({ timeoutMs: 300 })));
  expect((await send(ask())).status).toBe(429);
  await Promise.all(many);
});
