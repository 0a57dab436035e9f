import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { createPacer, openHubSpot, startingLimits } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { openPortal, type TestPortal } from "./open-portal.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
afterEach(() => portal.control("PUT", "faults", {}));

const createCompany = (extra: Record<string, string>) =>
  portal.hubspot.records("companies").create([{ properties: {}, extra }]);

const withToken = (token: Parameters<typeof openHubSpot>[0]["token"]) =>
  openHubSpot({
    baseUrl: portal.sandbox.url,
    token,
    pacer: createPacer({ key: "token", limits: startingLimits.privateApp }),
    log: quietLog,
  });

describe("a call that fails", () => {
  test.each([
    ["500s", { rate500: 0.4 }],
    ["502s", { rate502: 0.4 }],
    ["connections that break", { resets: 0.4 }],
    ["429s", { rate429: 0.2 }],
  ])("is repeated through %s when it is a read", async (_name, faults) => {
    await portal.control("PUT", "faults", { seed: 5, ...faults });

    const owners = Array.from({ length: 12 }, () =>
      portal.hubspot.request<{ results: unknown[] }>({ method: "GET", path: "/crm/owners/2026-09", attempts: 20 }),
    );

    expect((await Promise.all(owners)).map(({ results }) => Array.isArray(results))).not.toContain(false);
  });

  test("is not repeated when it created something and may have been carried out", async () => {
    await portal.control("PUT", "faults", { seed: 5, lostReplies: 1 });

    await expect(createCompany({ name: "Once" })).rejects.toMatchObject({ code: "unavailable" });

    await portal.control("PUT", "faults", {});
    const found = await portal.hubspot
      .records("companies")
      .count([[{ property: "name", operator: "EQ", value: "Once" }]]);
    expect(found).toBe(1);
  });

  test("is given up after its attempts, with words for a person", async () => {
    await portal.control("PUT", "faults", { seed: 5, rate500: 1 });
    await portal.calls();

    const asked = portal.hubspot.as("interactive").account();

    await expect(asked).rejects.toMatchObject({
      code: "unavailable",
      words: { ar: expect.any(String), en: expect.any(String) },
    });
    expect(Object.values(await portal.calls())).toEqual([3]);
  });

  test("is given up when nobody listens", async () => {
    const gone = openHubSpot({
      baseUrl: "http://127.0.0.1:9",
      token: "token",
      pacer: createPacer({ key: "gone", limits: startingLimits.privateApp }),
      log: quietLog,
      sleep: () => Promise.resolve(),
    });

    await expect(gone.account()).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("a refusal", () => {
  test("names the property", async () => {
    const { refused } = await createCompany({ numberofemployees: "many" });

    expect(refused).toMatchObject([
      { problem: { code: "refused", fields: [{ path: "numberofemployees", message: expect.any(String) }] } },
    ]);
  });

  test("for a reason that the schema does not show names the property too", async () => {
    const rule = { objectType: "companies", when: { property: "country", value: "SA" }, requires: "city" };
    await portal.control("PUT", "portal", { writeRules: [rule] });

    const { refused } = await createCompany({ name: "Ruled", country: "SA" });
    await portal.control("PUT", "portal", { writeRules: [] });

    expect(refused).toMatchObject([{ problem: { code: "refused", fields: [{ path: "city" }] } }]);
  });

  test("of what is not there is not-found", async () => {
    const asked = portal.hubspot.request({ method: "GET", path: "/crm/objects/2026-09/companies/999999999" });

    await expect(asked).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a token", () => {
  test("that HubSpot does not know means not installed", async () => {
    await expect(withToken("stranger").account()).rejects.toMatchObject({ code: "not-installed" });
  });

  test("that has run out is asked for anew, once", async () => {
    const asked: (string | undefined)[] = [];
    const hubspot = withToken((refused) => {
      asked.push(refused);
      return Promise.resolve(refused === undefined ? "old" : portal.sandbox.token);
    });

    await hubspot.account();

    expect(asked).toEqual([undefined, "old"]);
  });

  test("never shows in what goes wrong", async () => {
    const problem: unknown = await withToken("secret-token")
      .account()
      .catch((thrown: unknown) => thrown);

    expect(JSON.stringify(problem, Object.getOwnPropertyNames(problem))).not.toContain("secret-token");
  });
});

test("an answer that never comes is given up after the time set, and half of one counts as none", async () => {
  let calls = 0;
  const server = createServer((_request, response) => {
    calls++;
    if (calls === 1) return;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(calls === 2 ? '{"results": [' : '{"results": []}');
  });
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  const hubspot = openHubSpot({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: "token",
    pacer: createPacer({ key: "slow", limits: startingLimits.privateApp }),
    log: quietLog,
    sleep: () => Promise.resolve(),
  });

  const answer = await hubspot.request({ method: "GET", path: "/crm/owners/2026-09", timeoutMs: 100 });
  server.closeAllConnections();
  server.close();

  expect(answer).toEqual({ results: [] });
  expect(calls).toBe(3);
});
