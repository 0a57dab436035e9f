import { describe, expect, test } from "@jest/globals";
import { runChaos } from "../chaos/run.ts";
import { hasRedisServer } from "./queue/redis-server.ts";

/** The short form of `npm run chaos`; the seed is another one every day, and is said when the promise is broken. */
const seed = Math.floor(Date.now() / 86_400_000);
const short = { reminders: 200, kills: 10, seed, killEveryMs: 1_200, speed: 10, searchLagMs: 2_000, withinMs: 150_000 };
const canUseRedis = hasRedisServer();

describe("two hundred reminders, their workers killed ten times, HubSpot at fault in every way", () => {
  (canUseRedis ? test : test.skip)(
    "two workers, Redis flushed and taken away: one task for each check-in, with the right content",
    async () => {
      expect(await runChaos({ ...short, queue: "redis" })).toMatchObject(kept);
    },
    240_000,
  );

  test("on the embedded queue: one task for each check-in, with the right content", async () => {
    expect(await runChaos({ ...short, queue: "embedded" })).toMatchObject(kept);
  }, 240_000);
});

const kept = { seed, tasks: 200, doubled: 0, missing: 0, surplus: 0, wrong: [], writesAfter: 0, isKept: true };
