import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openDoor, type Door } from "./door.ts";

let door: Door;
beforeEach(async () => {
  door = await openDoor({ limited: true });
});
afterEach(() => door.close());

const details = "/account-info/2026-09/details";

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
