import { Problem } from "@keyline/domain";
import { type Backend, usualLockMs } from "./backends/backend.ts";
import { openEmbeddedBackend } from "./backends/embedded.ts";
import { openPostgresBackend } from "./backends/postgres.ts";
import { openRedisBackend } from "./backends/redis.ts";
import { openEvents } from "./events.ts";
import { openLanes } from "./open-lanes.ts";
import type { Log } from "./log.ts";
import type { Queue, QueueWorker } from "./queue.ts";
import { openSchedules } from "./schedules.ts";
import { openWorker } from "./work.ts";

export interface QueueOptions {
  /** Jobs and pace on Redis. */
  redisUrl?: string | undefined;
  /** Jobs on Postgres; with `redisUrl`, only the store, so that a flushed Redis loses nothing but wake-ups. */
  databaseUrl?: string | undefined;
  /** The embedded database, when neither URL is given. Default `./data/queue`. */
  dataFolder?: string | undefined;
  /** Keeps several Keylines apart in one Redis or database. Letters, digits, `-`. */
  prefix?: string | undefined;
  /** How long a job stays with a worker that gave no sign of life. Default 10 s. */
  lockMs?: number | undefined;
  log: Log;
}

/** HubSpot waits five seconds for the answer to a webhook. */
const answerWithinMs = 3_000;
const sweepEveryMs = 5 * 60_000;

/**
 * Opens the queue: on Redis when there is a `redisUrl`, else on Postgres when there is a `databaseUrl`, else on a
 * Postgres inside this process. Throws `unavailable` when the server does not answer, `conflict` when another process
 * has the data folder.
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { log, lockMs = usualLockMs } = options;
  const onError = quietly(log);
  const backend = await openBackends(options, onError);
  const events = openEvents(log);
  const lanes = openLanes(backend, events, onError);
  const schedules = openSchedules(backend, lanes, onError);
  const workers = new Set<QueueWorker>();
  const sweeping = setInterval(() => void backend.sweep().catch(onError), sweepEveryMs).unref();
  const closeAll = async () => {
    clearInterval(sweeping);
    schedules.close();
    await Promise.all([...workers].map((worker) => worker.close()));
    await lanes.close();
    await backend.close();
  };
  let closing: Promise<void> | undefined;
  return {
    kind: backend.kind,
    add: (job, data, addOptions = {}) => answered(lanes.addMany(job, [{ ...addOptions, data }])),
    addMany: (job, items) => answered(lanes.addMany(job, items)),
    every: (job, schedule, data, id) => answered(schedules.every(job, schedule, data, id)),
    cancelSchedule: (id) => answered(schedules.cancel(id)),
    async work(performances, workOptions) {
      const worker = await openWorker({ backend, lanes, events, lockMs, onError, log, performances, ...workOptions });
      workers.add(worker);
      return worker;
    },
    counts: () => answered(lanes.counts()),
    onEvent: (listener) => events.listen(listener),
    store: backend.store,
    pacerStore: backend.pacerStore,
    check: () => answered(backend.check()),
    close: () => (closing ??= closeAll()),
  };
}

async function openBackends(options: QueueOptions, onError: (error: Error) => void): Promise<Backend> {
  const { redisUrl, databaseUrl, dataFolder = "./data/queue", prefix = "keyline", log } = options;
  if (!redisUrl && !databaseUrl) return openEmbeddedBackend(dataFolder, prefix, log);
  const onDatabase = databaseUrl ? await answered(openPostgresBackend(databaseUrl, prefix, onError)) : undefined;
  if (!redisUrl) return onDatabase!;
  const onRedis = openRedisBackend(redisUrl, prefix, onError);
  const close = async () => void (await Promise.all([onRedis.close(), onDatabase?.close()]));
  try {
    await answered(onRedis.check());
  } catch (error) {
    await close();
    throw error;
  }
  if (onDatabase === undefined) return onRedis;
  return { ...onRedis, store: onDatabase.store, sweep: () => onDatabase.sweep(), close };
}

/** Turns silence and connection errors into `unavailable`, so that a route can answer in time and be asked again. */
async function answered<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${answerWithinMs} ms`)), answerWithinMs);
  });
  try {
    return await Promise.race([work, silence]);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem("unavailable", "The queue cannot be reached at the moment. Try again shortly.", { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** Says each connection error once in five seconds: a server that is away makes hundreds. */
function quietly(log: Log): (error: Error) => void {
  const saidAt = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    if (now - (saidAt.get(error.message) ?? 0) < 5_000) return;
    saidAt.set(error.message, now);
    log.warn({ err: error }, "The queue's backend reports an error");
  };
}
