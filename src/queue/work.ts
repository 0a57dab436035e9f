import { Problem } from "@keyline/domain";
import { UnrecoverableError } from "bullmq";
import type { Backend, BullJob } from "./backends/backend.ts";
import type { Events } from "./events.ts";
import { type JobContext, type Performance, wakeId } from "./job.ts";
import { type Lane, lanes as laneDefaults } from "./lanes.ts";
import type { Log } from "../log.ts";
import type { Lanes } from "./open-lanes.ts";
import type { QueueWorker, WorkOptions } from "./queue.ts";

interface Workplace extends WorkOptions {
  backend: Backend;
  lanes: Lanes;
  events: Events;
  log: Log;
  lockMs: number;
  onError: (error: Error) => void;
  performances: readonly Performance[];
}

const maxRetryDelayMs = 10 * 60_000;

/** Starts a BullMQ worker for each lane that a performance belongs to. */
export async function openWorker(place: Workplace): Promise<QueueWorker> {
  const byName = new Map(place.performances.map((performance) => [performance.job.name, performance]));
  if (byName.size < place.performances.length) throw new Problem("internal", "A job is given to the worker twice");
  const closing = new AbortController();
  const busyLanes = [...new Set(place.performances.map(({ job }) => job.lane))];
  const workers = busyLanes.map((lane) =>
    place.backend.openWorker(lane, {
      concurrency: concurrencyOf(lane, place.concurrency),
      lockMs: place.lockMs,
      process: (job) => doJob(place, byName.get(job.name), lane, job, closing.signal),
      retryDelayMs: (attemptsMade, error, jobName) => retryDelayMs(byName.get(jobName), attemptsMade, error),
    }),
  );
  for (const worker of workers) worker.on("error", place.onError);
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  const close = async (graceMs: number) => {
    closing.abort();
    const done = Promise.all(workers.map((worker) => worker.close()));
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([done, grace]);
    clearTimeout(timer);
  };
  let closed: Promise<void> | undefined;
  return { close: ({ graceMs = 10_000 } = {}) => (closed ??= close(graceMs)) };
}

function concurrencyOf(lane: Lane, concurrency: WorkOptions["concurrency"]): number {
  if (typeof concurrency === "number") return concurrency;
  return concurrency?.[lane] ?? laneDefaults[lane].concurrency;
}

async function doJob(
  { lanes, events, log }: Workplace,
  performance: Performance | undefined,
  lane: Lane,
  job: BullJob,
  signal: AbortSignal,
): Promise<void> {
  if (performance === undefined) throw new UnrecoverableError(`This worker has nobody for the job ${job.name}`);
  const { job: declaration } = performance;
  // A schedule's own job only rings: what it wakes folds with the wake-ups that others send.
  if (job.repeatJobKey !== undefined) {
    return lanes.addMany(declaration, [{ data: job.data, id: wakeId(declaration, job.repeatJobKey) }]);
  }
  const attempt = job.attemptsMade + 1;
  const attempts = job.opts.attempts ?? 1;
  const told = { job: job.name, id: job.id ?? "", lane };
  const startedAt = performanceNow();
  events.tell({ ...told, state: "started" });
  try {
    const run = prepared(performance, job.data);
    const foldId = job.deduplicationId && wakeId(declaration, job.deduplicationId);
    await run({
      id: told.id,
      attempt,
      isLastAttempt: attempt >= attempts,
      signal,
      again: (next = job.data, { delayMs } = {}) =>
        lanes.addMany(declaration, [
          { data: next, ...(foldId && { id: foldId }), ...(delayMs !== undefined && { delayMs }) },
        ]),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const willRetry = attempt < attempts && !(error instanceof UnrecoverableError);
    events.tell({ ...told, state: "failed", ms: performanceNow() - startedAt, error: message, willRetry });
    log[willRetry ? "warn" : "error"]({ ...told, attempt, err: error }, "A job failed");
    throw error;
  }
  events.tell({ ...told, state: "done", ms: performanceNow() - startedAt });
}

/** Data that does not parse will not parse the next time either. */
function prepared(performance: Performance, data: unknown): (context: JobContext) => Promise<void> {
  try {
    return performance.prepare(data);
  } catch (error) {
    throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
  }
}

/** Doubles from the job's own backoff to ten minutes, the upper half by chance; never shorter than a `Problem` asks for. */
function retryDelayMs(performance: Performance | undefined, attemptsMade: number, error: Error | undefined): number {
  const full = Math.min((performance?.job.backoffMs ?? 1_000) * 2 ** (attemptsMade - 1), maxRetryDelayMs);
  const asked = error instanceof Problem ? (error.retryAfterMs ?? 0) : 0;
  return Math.round(Math.max(asked, full / 2 + (full / 2) * Math.random()));
}

const performanceNow = () => Math.round(globalThis.performance.now());
