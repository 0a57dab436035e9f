import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { openRedisPacer } from "../pacing/redis-pacer.ts";
import { openRedisPiles } from "../piles/redis-piles.ts";
import { openRedisStore } from "../store/redis-store.ts";
import { type Backend, streams, takeOver } from "./backend.ts";

/**
 * BullMQ on Redis. Connections come back by themselves; a command given while Redis is away waits for it (BullMQ's
 * workers need that), the queue's callers get `unavailable` after a few seconds.
 */
export function openRedisBackend(url: string, prefix: string, onError: (error: Error) => void): Backend {
  const connection = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), 2_000),
  });
  connection.on("error", onError);
  const store = openRedisStore(connection, `${prefix}:store:`);
  return {
    kind: "redis",
    openQueue: (name) => new Queue<unknown>(name, { connection, prefix, streams }),
    openWorker: (name, { concurrency, lockMs, process, retryDelayMs }) =>
      new Worker<unknown>(name, process, {
        ...takeOver(lockMs),
        connection,
        prefix,
        concurrency,
        settings: { backoffStrategy: (made, _type, error, job) => retryDelayMs(made, error, job?.name ?? "") },
      }),
    store,
    besideJobs: store,
    pacerStore: openRedisPacer(connection, `${prefix}:pace:`),
    piles: openRedisPiles(connection, `${prefix}:pile:`),
    async sweep() {},
    async check() {
      await connection.ping();
    },
    async close() {
      // `quit` waits for an answer, which a Redis that is away never gives.
      if (connection.status === "ready") await connection.quit();
      else connection.disconnect();
    },
  };
}
