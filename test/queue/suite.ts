import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type Queue, type QueueOptions, openQueue, perform } from "../../src/queue/index.ts";
import { count, pause, plan, quietLog, until } from "./jobs.ts";
import { storeSuite } from "./store-suite.ts";
import { survivalSuite } from "./survival-suite.ts";

export interface Place {
  options: Pick<QueueOptions, "redisUrl" | "databaseUrl" | "dataFolder">;
  close(): Promise<void>;
}

interface Differences {
  /** False where only one process can have the data. */
  severalProcesses: boolean;
}

/** What every backend has to do; the pace and the store are shared by as many processes as the backend allows. Each test has a prefix of its own, so that nothing of the test before is in its way. */
export function queueSuite(name: string, openPlace: () => Promise<Place>, differences: Differences): void {
  describe(`the queue on ${name}`, () => {
    let place: Place;
    let prefix = "";
    const open = new Set<Queue>();
    const openHere = async (more: Partial<QueueOptions> = {}) => {
      const queue = await openQueue({ ...place.options, prefix, lockMs: 1_000, log: quietLog, ...more });
      open.add(queue);
      return queue;
    };
    const close = async (queue: Queue) => {
      open.delete(queue);
      await queue.close();
    };

    beforeAll(async () => {
      place = await openPlace();
    }, 60_000);
    afterEach(async () => {
      await Promise.all([...open].map(close));
      prefix = "";
    });
    afterAll(() => place.close());

    const given = (title: string, run: () => Promise<void>, timeoutMs = 40_000) =>
      test(
        title,
        async () => {
          prefix = `t${crypto.randomUUID().slice(0, 8)}`;
          await run();
        },
        timeoutMs,
      );

    given("does an added job once, with its data", async () => {
      const queue = await openHere();
      const done: number[] = [];
      await queue.work([perform(count, async ({ n }) => void done.push(n))]);
      await queue.add(count, { n: 7 });
      await until(() => done.length > 0);
      await pause(150);
      expect(done).toEqual([7]);
    });

    given("refuses data that the job does not declare, by field", async () => {
      const queue = await openHere();
      const adding = queue.add(count, JSON.parse('{ "n": "seven" }'));
      await expect(adding).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "n" }] });
    });

    given("folds equal wake-ups while one waits", async () => {
      const queue = await openHere();
      for (let n = 0; n < 5; n += 1) await queue.add(plan, { portal: 1 }, { id: "1" });
      await queue.add(plan, { portal: 2 }, { id: "2" });
      expect(await queue.counts()).toMatchObject({ waiting: 2 });
    });

    given("runs once more when a wake-up comes in the middle", async () => {
      const queue = await openHere();
      let runs = 0;
      await queue.work([
        perform(plan, async () => {
          runs += 1;
          if (runs > 1) return;
          for (let n = 0; n < 3; n += 1) await queue.add(plan, { portal: 1 }, { id: "1" });
        }),
      ]);
      await queue.add(plan, { portal: 1 }, { id: "1" });
      await until(() => runs === 2);
      await pause(200);
      expect(runs).toBe(2);
    });

    given("takes turns between portals whose passes go to the back", async () => {
      const queue = await openHere();
      const turns: number[] = [];
      for (const portal of [1, 2]) await queue.add(plan, { portal }, { id: `${portal}` });
      await queue.work(
        [
          perform(plan, async ({ portal }, { again }) => {
            turns.push(portal);
            if (turns.length < 5) await again();
          }),
        ],
        { concurrency: 1 },
      );
      await until(() => turns.length === 6);
      expect(turns).toEqual([1, 2, 1, 2, 1, 2]);
    });

    given("ignores a repeat within deduplicateMs, even when the first is done", async () => {
      const queue = await openHere();
      let runs = 0;
      await queue.work([perform(plan, async () => void (runs += 1))]);
      await queue.add(plan, { portal: 1 }, { id: "1", deduplicateMs: 60_000 });
      await until(() => runs === 1);
      await queue.add(plan, { portal: 1 }, { id: "1", deduplicateMs: 60_000 });
      await pause(150);
      expect(runs).toBe(1);
    });

    given("waits for a delayed job's time", async () => {
      const queue = await openHere();
      const startedAt = Date.now();
      let ranAfterMs = 0;
      await queue.work([perform(count, async () => void (ranAfterMs = Date.now() - startedAt))]);
      await queue.add(count, { n: 1 }, { delayMs: 400 });
      await until(() => ranAfterMs > 0);
      expect(ranAfterMs).toBeGreaterThanOrEqual(390);
      expect(ranAfterMs).toBeLessThan(3_000);
    });

    given("wakes a job by the clock, until the schedule is cancelled", async () => {
      const queue = await openHere();
      const ran: string[] = [];
      await queue.work([perform(plan, async ({ portal }) => void ran.push(`${portal}`))]);
      await queue.every(plan, { everyMs: 150 }, { portal: 1 }, "often");
      await queue.every(plan, { cron: "* * * * * *", timeZone: "Asia/Riyadh" }, { portal: 2 }, "each second");
      await until(() => ran.filter((portal) => portal === "1").length >= 3 && ran.includes("2"));
      await queue.cancelSchedule(plan, "often");
      await queue.cancelSchedule(plan, "each second");
      await pause(100);
      const soFar = ran.length;
      await pause(400);
      expect(ran).toHaveLength(soFar);
    });

    given("leaves a schedule alone that is registered again unchanged", async () => {
      const queue = await openHere();
      const added: string[] = [];
      queue.onEvent((event) => event.state === "added" && added.push(event.job));
      await queue.work([perform(plan, async () => {})]);
      for (let start = 0; start < 3; start += 1) {
        await queue.every(plan, { everyMs: 3_600_000 }, { portal: 1 }, "hourly");
        await until(() => added.length > 0);
      }
      await pause(200);
      expect(added).toEqual(["plan"]);
    });

    given("tries a failing job again, and says so", async () => {
      const queue = await openHere();
      const events: string[] = [];
      queue.onEvent((event) => events.push(event.willRetry ? "failed, will retry" : event.state));
      await queue.work([
        perform(count, async (_data, { attempt }) => {
          if (attempt < 3) throw new Error(`attempt ${attempt}`);
        }),
      ]);
      await queue.add(count, { n: 1 });
      await until(() => events.includes("done"));
      const tries = ["started", "failed, will retry"];
      expect(events).toEqual(["added", ...tries, ...tries, "started", "done"]);
    });

    given("keeps a job that failed for good", async () => {
      const queue = await openHere();
      let attempts = 0;
      await queue.work([
        perform(count, async () => {
          attempts += 1;
          throw new Error("no");
        }),
      ]);
      await queue.add(count, { n: 1 }, { attempts: 2 });
      await until(async () => (await queue.counts()).failed === 1);
      expect(attempts).toBe(2);
    });

    given("starts a job within 200 ms when idle", async () => {
      const queue = await openHere();
      let started: (() => void) | undefined;
      await queue.work([perform(count, async () => started?.())]);
      const times: number[] = [];
      for (let n = 0; n < 20; n += 1) {
        await pause(60);
        const addedAt = performance.now();
        const starting = new Promise<void>((resolve) => (started = resolve));
        await queue.add(count, { n });
        await starting;
        times.push(performance.now() - addedAt);
      }
      expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(200);
    });

    given("does a thousand jobs, each once", async () => {
      const queue = await openHere();
      const done: number[] = [];
      await queue.work([perform(count, async ({ n }) => void done.push(n))]);
      const wanted = Array.from({ length: 1_000 }, (_, n) => n);
      await queue.addMany(
        count,
        wanted.map((n) => ({ data: { n } })),
      );
      await until(() => done.length >= 1_000);
      expect(done.toSorted((a, b) => a - b)).toEqual(wanted);
    });

    survivalSuite(given, openHere, close, () => ({ ...place.options, prefix }));
    storeSuite(given, openHere, differences);
  });
}
