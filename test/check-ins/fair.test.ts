import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { planningPerformances, planPortalJob } from "../../src/check-ins/index.ts";
import { quietLog } from "../../src/log.ts";
import { openQueue, type Queue } from "../../src/queue/index.ts";
import { hasRedisServer, openRedisServer } from "../queue/redis-server.ts";
import { openStage, type Stage } from "./stage.ts";

const folder = mkdtempSync(join(tmpdir(), "keyline-fair-"));
let large: Stage;
let small: Stage;
let queue: Queue;
// On Redis where there is one: it starts at once. Both queues pass the same suite.
let redis: { url: string; close(): Promise<void> } | null;
beforeEach(async () => {
  [large, small] = [await openStage(), await openStage()];
  redis = hasRedisServer() ? await openRedisServer() : null;
  queue = await openQueue({ redisUrl: redis?.url, dataFolder: join(folder, "queue"), log: quietLog });
}, 60_000);
afterEach(async () => {
  await queue.close();
  await redis?.close();
  await Promise.all([large.close(), small.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const due = { am_account_type: "key", am_tier: "a", am_rhythm: "weekly", am_rhythm_anchor: "2026-11-24" } as const;

test("a portal with many accounts does not delay one with fifty, even where one job is done at a time", async () => {
  await large.companies(410, due);
  await small.companies(50, due);
  const turns: string[] = [];
  const tasksWhenSmallWasDone = { small: -1, large: -1 };
  const portals = { large: large.parts, small: small.parts };
  const open = async (portalId: string) => {
    turns.push(portalId);
    return portals[portalId as keyof typeof portals];
  };
  let partsDone = 0;
  const finished = new Promise<void>((resolve) => {
    queue.onEvent(({ job, state }) => {
      if (job !== "plan-part" || state !== "done") return;
      partsDone++;
      if (partsDone === 2) {
        void Promise.all([small.tasks(), large.tasks()]).then(([ofSmall, ofLarge]) => {
          Object.assign(tasksWhenSmallWasDone, { small: ofSmall.length, large: ofLarge.length });
        });
      }
      if (partsDone === 4) resolve();
    });
  });
  await queue.add(planPortalJob, { portalId: "large" }, { id: "large" });
  await queue.add(planPortalJob, { portalId: "small" }, { id: "small" });

  await queue.work(planningPerformances({ open, queue, now: large.parts.now, log: quietLog, companiesInPart: 200 }), {
    concurrency: 1,
  });
  await finished;

  expect(turns).toEqual(["large", "small", "large", "large"]);
  expect(tasksWhenSmallWasDone.small).toBe(50);
  expect(tasksWhenSmallWasDone.large).toBeLessThan(410);
  expect(await large.tasks()).toHaveLength(410);
}, 60_000);
