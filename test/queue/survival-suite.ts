import { expect } from "@jest/globals";
import { perform, type Queue, type QueueOptions, type QueueWorker } from "../../src/queue/index.ts";
import { count, pause, slow, until } from "./jobs.ts";
import { runAndKill } from "./run-and-kill.ts";

/** What every backend keeps when a process ends, well or badly. */
export function survivalSuite(
  given: (title: string, run: () => Promise<void>, timeoutMs?: number) => void,
  openHere: () => Promise<Queue>,
  close: (queue: Queue) => Promise<void>,
  placeOf: () => Omit<QueueOptions, "log">,
): void {
  given("keeps what waits while it is closed", async () => {
    const first = await openHere();
    await first.add(count, { n: 1 });
    await first.add(count, { n: 2 }, { delayMs: 300 });
    await close(first);
    const second = await openHere();
    const done: number[] = [];
    await second.work([perform(count, async ({ n }) => void done.push(n))]);
    await until(() => done.length === 2);
    expect(done).toEqual([1, 2]);
  });

  given("closing lets the running job finish and starts no other", async () => {
    const queue = await openHere();
    const done: number[] = [];
    let worker: QueueWorker | undefined;
    let isRunning = false;
    worker = await queue.work(
      [
        perform(slow, async ({ n }) => {
          isRunning = true;
          await pause(300);
          done.push(n);
        }),
      ],
      { concurrency: 1 },
    );
    for (const n of [1, 2]) await queue.add(slow, { n });
    await until(() => isRunning);
    await worker.close();
    expect([done, (await queue.counts()).waiting]).toEqual([[1], 1]);
  });

  given(
    "loses no job to kill -9 in the middle, and folds no later wake-up into one that died",
    async () => {
      const everyone = Array.from({ length: 200 }, (_, n) => n);
      const before = await runAndKill(placeOf(), { jobs: everyone.length, kills: 2 });
      const queue = await openHere();
      const after = new Set<number>();
      await queue.work([perform(slow, async ({ n }) => void after.add(n))]);
      await until(() => everyone.every((n) => before.has(n) || after.has(n)));
      await queue.addMany(
        slow,
        everyone.map((n) => ({ data: { n }, id: `${n}` })),
      );
      await until(() => after.size === everyone.length);
      expect([before.size < everyone.length, after.size]).toEqual([true, everyone.length]);
    },
    40_000,
  );
}
