import { describe, expect, test } from "@jest/globals";
import { runEvents } from "../chaos/events/run.ts";
import { hasRedisServer } from "./queue/redis-server.ts";

/** The short form of `npm run chaos -- events`; the seed is another one every day, and is said when the promise is broken. */
const seed = Math.floor(Date.now() / 86_400_000);
const short = { events: 400, accounts: 30, kills: 5, seed, killEveryMs: 1_500, speed: 20, searchLagMs: 1_000 };
const canUseRedis = hasRedisServer();

describe("four hundred changes in a portal, the backend killed five times", () => {
  (canUseRedis ? test : test.skip)(
    "routes and workers apart, Redis flushed: numbers are what they are from nothing",
    async () => {
      const report = await runEvents({ ...short, queue: "redis", withinMs: 120_000 });
      expect(report).toMatchObject({ seed, wrong: [], isKept: true });
    },
    300_000,
  );

  test("on the embedded queue: numbers are what they are from nothing", async () => {
    const report = await runEvents({ ...short, queue: "embedded", withinMs: 120_000 });
    expect(report).toMatchObject({ seed, wrong: [], isKept: true });
  }, 300_000);
});
