import { answeredWithin, answeringPacer, answeringPiles, answeringStore } from "./answered.ts";
import { type Backend, usualLockMs } from "./backends/backend.ts";
import { openEmbeddedBackend } from "./backends/embedded.ts";
import { openPostgresBackend } from "./backends/postgres.ts";
import { openRedisBackend } from "./backends/redis.ts";
import { openEvents } from "./events.ts";
import { openLanes } from "./open-lanes.ts";
import type { Log } from "../log.ts";
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

/** HubSpot waits five seconds for the answer to a webhook. A database in our own process is slow only when we are. */
const answerWithinMs = { redis: 3_000, postgres: 3_000, embedded: 30_000 };
const connectWithinMs = 3_000;
/** Its tables are made or mended meanwhile; a server that is not there is noticed by the pool, sooner. */
const openDatabaseWithinMs = 30_000;
const batchSize = 500;
const sweepEveryMs = 5 * 60_000;

/**
 * Opens the queue: on Redis when there is a `redisUrl`, else on Postgres when there is a `databaseUrl`, else on a
 * Postgres inside this process. Throws `unavailable` when the server does not answer, `conflict` when another process
 * has the data folder.
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { log, lockMs = usualLockMs } = options;
  const onError = quietly(log);
  const backend = await openBackend(options, onError);
  const answered = answeredWithin(answerWithinMs[backend.kind]);
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
    async addMany(job, items) {
      for (let start = 0; start < items.length; start += batchSize) {
        await answered(lanes.addMany(job, items.slice(start, start + batchSize)));
      }
    },
    every: (job, schedule, data, id) => answered(schedules.every(job, schedule, data, id)),
    cancelSchedule: (job, id) => answered(schedules.cancel(job, id)),
    async work(performances, workOptions) {
      const worker = await openWorker({ backend, lanes, events, lockMs, onError, log, performances, ...workOptions });
      workers.add(worker);
      return worker;
    },
    counts: () => answered(lanes.counts()),
    onEvent: (listener) => events.listen(listener),
    store: answeringStore(backend.store, answered),
    pacerStore: backend.pacerStore && answeringPacer(backend.pacerStore, answered),
    piles: answeringPiles(backend.piles, answered),
    check: () => answered(backend.check()),
    close: () => (closing ??= closeAll()),
  };
}

const connected = answeredWithin(connectWithinMs);

async function openBackend(options: QueueOptions, onError: (error: Error) => void): Promise<Backend> {
  const { redisUrl, databaseUrl, dataFolder = "./data/queue", prefix = "keyline", log } = options;
  if (!redisUrl && !databaseUrl) return openEmbeddedBackend(dataFolder, prefix, log);
  const onDatabase = databaseUrl
    ? await answeredWithin(openDatabaseWithinMs)(openPostgresBackend(databaseUrl, prefix, onError))
    : undefined;
  if (!redisUrl) return onDatabase!;
  const onRedis = openRedisBackend(redisUrl, prefix, onError);
  const close = async () => void (await Promise.all([onRedis.close(), onDatabase?.close()]));
  try {
    await connected(onRedis.check());
  } catch (error) {
    await close();
    throw error;
  }
  if (onDatabase === undefined) return onRedis;
  return { ...onRedis, store: onDatabase.store, sweep: () => onDatabase.sweep(), close };
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
