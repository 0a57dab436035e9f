import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { planningPerformances, planPortalJob } from "../../src/check-ins/index.ts";
import { quietLog } from "../../src/log.ts";
import { openQueue, type Queue } from "../../src/queue/index.ts";
import { openStage, type Stage } from "./stage.ts";

const folder = mkdtempSync(join(tmpdir(), "keyline-fair-"));
let large: Stage;
let small: Stage;
let queue: Queue;
beforeEach(async () => {
  [large, small] = [await openStage(), await openStage()];
  queue = await openQueue({ dataFolder: join(folder, "queue"), log: quietLog });
}, 60_000);
afterEach(async () => {
  await queue.close();
  await Promise.all([large.close(), small.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const due = { am_account_type: "key", am_tier: "a", am_rhythm: "weekly", am_rhythm_anchor: "2026-11-24" } as const;

test("a portal with thousands of accounts does not delay one with fifty, even where one job is done at a time", async () => {
  for (let made = 0; made < 4_100; made += 100) await large.companies(100, due);
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

  await queue.work(planningPerformances({ open, queue, now: large.parts.now, log: quietLog }), { concurrency: 1 });
  await finished;

  expect(turns).toEqual(["large", "small", "large", "large"]);
  expect(tasksWhenSmallWasDone.small).toBe(50);
  expect(tasksWhenSmallWasDone.large).toBeLessThan(4_100);
  expect(await large.tasks()).toHaveLength(4_100);
}, 180_000);
