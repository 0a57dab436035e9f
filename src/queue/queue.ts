import type { z } from "zod";
import type { JobDeclaration, Performance } from "./job.ts";
import type { Lane } from "./lanes.ts";
import type { PacerStore } from "./pacing/pacer-store.ts";
import type { PileStore } from "./piles/pile-store.ts";
import type { KeyedStore } from "./store/keyed-store.ts";

export interface AddOptions {
  /**
   * Folds equal wake-ups: while a job of this name and id waits, another is not added (the waiting one is enough); while
   * it runs, exactly one more runs after it, with the latest data. Jobs with the same id never run side by side.
   */
  id?: string;
  delayMs?: number;
  attempts?: number;
  /** With `id`: once added, the same job is not added again for so long, whether it is done or not. */
  deduplicateMs?: number;
}

export type Schedule = { everyMs: number } | { cron: string; timeZone: string };

export interface JobEvent {
  at: string;
  job: string;
  id: string;
  lane: Lane;
  state: "added" | "started" | "done" | "failed";
  /** How long it ran, for `done` and `failed`. */
  ms?: number;
  error?: string;
  /** For `failed`: it will be tried again. */
  willRetry?: boolean;
}

export interface Counts {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

export interface QueueWorker {
  /** Takes no new job, lets running ones finish for `graceMs` (10 s), then leaves them to be taken up again. */
  close(options?: { graceMs?: number }): Promise<void>;
}

export interface WorkOptions {
  /** Jobs at a time, for every lane or by lane. */
  concurrency?: number | Partial<Record<Lane, number>>;
}

/**
 * Jobs that survive the process, schedules, a small durable store, and the pace shared between workers. Nothing outside
 * this folder knows which backend runs. Every call throws `unavailable` while the backend cannot be reached.
 */
export interface Queue {
  readonly kind: "redis" | "postgres" | "embedded";
  add<Data extends z.ZodType>(job: JobDeclaration<Data>, data: z.input<Data>, options?: AddOptions): Promise<void>;
  addMany<Data extends z.ZodType>(
    job: JobDeclaration<Data>,
    items: readonly ({ data: z.input<Data> } & AddOptions)[],
  ): Promise<void>;
  /**
   * Wakes the job by a clock: by `everyMs` at once and then each time, by `cron` (five or six fields) when it says. Each wake-up folds with `add(job, …, { id })`. Calling it
   * again with the same id replaces the schedule, or leaves it alone when nothing changed.
   */
  every<Data extends z.ZodType>(
    job: JobDeclaration<Data>,
    schedule: Schedule,
    data: z.input<Data>,
    id: string,
  ): Promise<void>;
  cancelSchedule(job: JobDeclaration, id: string): Promise<void>;
  work(performances: readonly Performance[], options?: WorkOptions): Promise<QueueWorker>;
  counts(): Promise<Counts>;
  /** What this process adds and does. Returns the way to stop listening. */
  onEvent(listener: (event: JobEvent) => void): () => void;
  readonly store: KeyedStore;
  /** Undefined where the queue belongs to one process: there is nobody to share a pace with. */
  readonly pacerStore: PacerStore | undefined;
  readonly piles: PileStore;
  /** For readiness: resolves when the backend answers. */
  check(): Promise<void>;
  /** Closes the workers still open, then the connections. */
  close(): Promise<void>;
}
