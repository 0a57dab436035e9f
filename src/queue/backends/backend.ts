import type { Job, JobsOptions, Queue, Worker } from "bullmq";
import type { PacerStore } from "../pacing/pacer-store.ts";
import type { PileStore } from "../piles/pile-store.ts";
import type { KeyedStore } from "../store/keyed-store.ts";

/** The part of BullMQ's `Queue` that we use; the same on every backend. */
export type BullQueue = Pick<
  Queue<unknown>,
  | "add"
  | "addBulk"
  | "upsertJobScheduler"
  | "getJobScheduler"
  | "removeJobScheduler"
  | "getJobCounts"
  | "waitUntilReady"
  | "close"
> & { on(event: "error", listener: (error: Error) => void): unknown };

export type BullWorker = Pick<Worker<unknown>, "waitUntilReady" | "close"> & {
  on(event: "error", listener: (error: Error) => void): unknown;
};

export type BullJob = Job<unknown>;
export type BullJobOptions = JobsOptions;

export interface BullWorkerOptions {
  concurrency: number;
  lockMs: number;
  process: (job: BullJob) => Promise<void>;
  /** How long to wait before the next attempt, in ms. */
  retryDelayMs: (attemptsMade: number, error: Error | undefined, jobName: string) => number;
}

/** One of the places where jobs can live. */
export interface Backend {
  kind: "redis" | "postgres" | "embedded";
  openQueue(name: string): BullQueue;
  openWorker(name: string, options: BullWorkerOptions): BullWorker;
  store: KeyedStore;
  /** Kept where the jobs are kept: it vanishes when they do. */
  besideJobs: KeyedStore;
  pacerStore: PacerStore | undefined;
  piles: PileStore;
  /** Housekeeping, every few minutes. */
  sweep(): Promise<void>;
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * How BullMQ notices a worker that died: it holds each job by a lock, renewed at half of its time; a job whose lock ran
 * out is taken up again, two looks later at the most. Crashes are not the job's fault, so they do not count against it.
 */
export const takeOver = (lockMs: number) => ({
  lockDuration: lockMs,
  stalledInterval: Math.ceil(lockMs * 0.4),
  maxStalledCount: 1_000_000,
  runRetryDelay: 1_000,
});

/** BullMQ keeps a log of events for listeners in other processes; ours tells listeners itself. */
export const streams = { events: { maxLen: 100 } };

/** Shorter than BullMQ's 30 s: jobs are idempotent, so taking one from a process that merely hung is no harm. */
export const usualLockMs = 10_000;
