import type { z } from "zod";
import type { Backend, BullJobOptions, BullQueue } from "./backends/backend.ts";
import type { Events } from "./events.ts";
import { type JobDeclaration, parseJobData, wakeKey } from "./job.ts";
import { type Lane, laneNames } from "./lanes.ts";
import type { AddOptions, Counts } from "./queue.ts";

export interface Lanes {
  of(lane: Lane): BullQueue;
  addMany<Data extends z.ZodType>(
    job: JobDeclaration<Data>,
    items: readonly ({ data: z.input<Data> } & AddOptions)[],
  ): Promise<void>;
  counts(): Promise<Counts>;
  close(): Promise<void>;
}

/**
 * What is done goes, what failed stays a week to be looked at. Never by count: on Postgres, BullMQ then sorts and deletes
 * at every job's end, and workers that do so side by side deadlock (the job is done a second time).
 */
const kept = { removeOnComplete: true, removeOnFail: { age: 7 * 24 * 3_600 } };

export function jobOptions(job: JobDeclaration, attempts = job.attempts): BullJobOptions {
  return { ...kept, attempts, backoff: { type: "keyline", delay: job.backoffMs } };
}

/** One BullMQ queue for each lane. */
export function openLanes(jobs: Backend, events: Events, onError: (error: Error) => void): Lanes {
  const queues = new Map(laneNames.map((lane) => [lane, jobs.openQueue(lane)]));
  for (const queue of queues.values()) queue.on("error", onError);
  const of = (lane: Lane) => queues.get(lane)!;
  return {
    of,
    async addMany(job, items) {
      for (const { data } of items) parseJobData(job, data);
      const added = await of(job.lane).addBulk(
        items.map(({ data, ...options }) => ({
          name: job.name,
          data,
          opts: { ...jobOptions(job, options.attempts), ...foldOptions(job, options) },
        })),
      );
      for (const { id } of added) events.tell({ job: job.name, id: id ?? "", lane: job.lane, state: "added" });
    },
    async counts() {
      const all = await Promise.all(
        [...queues.values()].map((queue) =>
          queue.getJobCounts("waiting", "prioritized", "active", "delayed", "failed"),
        ),
      );
      const sum = (...states: string[]) =>
        all.reduce((total, lane) => total + states.reduce((part, state) => part + (lane[state] ?? 0), 0), 0);
      return {
        waiting: sum("waiting", "prioritized"),
        active: sum("active"),
        delayed: sum("delayed"),
        failed: sum("failed"),
      };
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function foldOptions(job: JobDeclaration, { id, delayMs, deduplicateMs }: AddOptions): BullJobOptions {
  const delay = delayMs === undefined ? {} : { delay: Math.max(0, Math.round(delayMs)) };
  if (id === undefined) return delay;
  const fold = deduplicateMs === undefined ? { keepLastIfActive: true } : { ttl: Math.round(deduplicateMs) };
  return { ...delay, deduplication: { id: wakeKey(job, id), ...fold } };
}
