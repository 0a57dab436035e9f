import { describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { openQueue, perform } from "../../src/queue/index.ts";
import { count, pause, plan, quietLog, until } from "./jobs.ts";
import { hasRedisServer, openRedisServer } from "./redis-server.ts";

(hasRedisServer() ? describe : describe.skip)("when Redis goes away", () => {
  test("a queue that cannot reach it says so when it opens", async () => {
    const opening = openQueue({ redisUrl: "redis://127.0.0.1:1", log: quietLog });
    await expect(opening).rejects.toMatchObject({ code: "unavailable" });
  });

  test("callers are told in time, and work goes on once it is back, without burning the processor", async () => {
    const server = await openRedisServer();
    const queue = await openQueue({ redisUrl: server.url, log: quietLog });
    try {
      const done: number[] = [];
      await queue.work([perform(count, async ({ n }) => void done.push(n))]);
      await server.stop();
      const before = process.cpuUsage();
      await expect(queue.add(count, { n: 1 })).rejects.toMatchObject({ code: "unavailable" });
      const { user, system } = process.cpuUsage(before);
      await server.start();
      await until(() => done.includes(1));
      await queue.add(count, { n: 2 });
      await until(() => done.includes(2));
      expect((user + system) / 1_000).toBeLessThan(1_000);
    } finally {
      await queue.close();
      await server.close();
    }
  });

  test("schedules that a flush has taken come back by themselves and wake at once", async () => {
    const server = await openRedisServer();
    const queue = await openQueue({ redisUrl: server.url, log: quietLog });
    try {
      let runs = 0;
      await queue.work([perform(plan, async () => void (runs += 1))]);
      await queue.every(plan, { everyMs: 3_600_000 }, { portal: 1 }, "hourly");
      await until(() => runs === 1);
      const redis = new Redis(server.url);
      await redis.flushall();
      await redis.quit();
      await until(() => runs > 1);
      await pause(300);
      expect(runs).toBe(2);
    } finally {
      await queue.close();
      await server.close();
    }
  });
});
