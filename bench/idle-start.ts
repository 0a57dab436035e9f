import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { quietLog } from "../src/log.ts";
import { defineJob, openQueue, perform, type Queue } from "../src/queue/index.ts";
import { hasRedisServer, openRedisServer } from "../test/queue/redis-server.ts";
import { openPostgresServer } from "./postgres-server.ts";

/** How long a job waits for a worker that had nothing to do. */
export interface IdleStartFigure {
  bench: "idle-start";
  queue: Queue["kind"];
  jobs: number;
  medianMs: number;
  longestMs: number;
}

const ring = defineJob({ name: "ring", lane: "planner", data: z.object({ at: z.number() }) });
const jobs = 20;
/** Longer than any queue waits before it looks without being told. */
const idleMs = 6_000;

/** On every queue that is here; one that is not is named on standard error. */
export async function benchIdleStart(): Promise<IdleStartFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), "keyline-idle-"));
  const redis = hasRedisServer() ? await openRedisServer() : undefined;
  const given = process.env["DATABASE_URL"];
  const postgres = given ? { url: given, close: async () => {} } : await openPostgresServer();
  if (!postgres) process.stderr.write("SKIPPED: the queue on Postgres: set DATABASE_URL, or install Postgres\n");
  try {
    const figures = [await measure({ dataFolder: join(folder, "queue") })];
    if (redis) figures.push(await measure({ redisUrl: redis.url }));
    if (postgres) figures.push(await measure({ databaseUrl: postgres.url }));
    return figures;
  } finally {
    await redis?.close();
    await postgres?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(where: { dataFolder?: string; redisUrl?: string; databaseUrl?: string }) {
  const options = { ...where, prefix: `idle-${Date.now()}`, log: quietLog };
  const queue = await openQueue(options);
  // Whoever adds is another process, except where one has the queue to itself.
  const adding = queue.kind === "embedded" ? queue : await openQueue(options);
  const waited: number[] = [];
  await queue.work([
    perform(ring, async ({ at }) => {
      waited.push(performance.now() - at);
    }),
  ]);
  await sleep(idleMs);
  for (let job = 0; job < jobs; job++) {
    await adding.add(ring, { at: performance.now() });
    await sleep(300);
  }
  while (waited.length < jobs) await sleep(100);
  await adding.close();
  await queue.close();
  waited.sort((a, b) => a - b);
  const round = (ms = 0) => Math.round(ms * 10) / 10;
  const [medianMs, longestMs] = [round(waited[jobs / 2]), round(waited.at(-1))];
  return { bench: "idle-start" as const, queue: queue.kind, jobs, medianMs, longestMs };
}
