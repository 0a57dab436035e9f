/** Adds numbered jobs and does them, saying each number, until it is killed. */
import { writeSync } from "node:fs";
import { openQueue, perform, type QueueOptions } from "../../src/queue/index.ts";
import { quietLog, slow } from "./jobs.ts";

const { options, jobs }: { options: QueueOptions; jobs: number } = JSON.parse(process.argv[2] ?? "");
const queue = await openQueue({ ...options, lockMs: 1_000, log: quietLog });
await queue.addMany(
  slow,
  Array.from({ length: jobs }, (_, n) => ({ data: { n }, id: `${n}` })),
);
await queue.work([
  perform(slow, async ({ n }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    writeSync(1, `${n}\n`);
  }),
]);
