import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Backend } from "./backends/backend.ts";
import { type JobDeclaration, parseJobData, wakeKey } from "./job.ts";
import { jobOptions, type Lanes } from "./open-lanes.ts";
import type { Schedule } from "./queue.ts";

export interface Schedules {
  every<Data extends z.ZodType>(
    job: JobDeclaration<Data>,
    schedule: Schedule,
    data: z.input<Data>,
    id: string,
  ): Promise<void>;
  cancel(job: JobDeclaration, id: string): Promise<void>;
  close(): void;
}

const lookEveryMs = 2_000;
const epochKey = "schedules/epoch";

/**
 * Wake-ups by the clock, as BullMQ's job schedulers. A mark kept beside the jobs tells when they were lost (a flushed
 * Redis): every process that finds another mark than its own registers its schedules again, and each wakes at once.
 */
export function openSchedules(jobs: Backend, lanes: Lanes, onError: (error: Error) => void): Schedules {
  const registered = new Map<string, { register: () => Promise<void>; wake: () => Promise<void> }>();
  let epoch: string | undefined;
  const readEpoch = async () => {
    const found = await jobs.besideJobs.get(epochKey);
    if (found !== null) return found;
    await jobs.besideJobs.setIfAbsent(epochKey, crypto.randomUUID());
    return (await jobs.besideJobs.get(epochKey)) ?? undefined;
  };
  const repair = async () => {
    if (registered.size === 0) return;
    const found = await readEpoch();
    if (found === epoch) return;
    for (const { register, wake } of registered.values()) {
      await register();
      await wake();
    }
    epoch = found;
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(repair).catch(onError);
  }, lookEveryMs).unref();
  return {
    async every(job, schedule, data, id) {
      parseJobData(job, data);
      const register = () => upsert(lanes, job, schedule, data, id);
      // A new schedule by `every` wakes by itself.
      const wake = async () => ("cron" in schedule ? lanes.addMany(job, [{ data, id }]) : undefined);
      epoch ??= await readEpoch();
      await register();
      registered.set(wakeKey(job, id), { register, wake });
    },
    async cancel(job, id) {
      registered.delete(wakeKey(job, id));
      await lanes.of(job.lane).removeJobScheduler(wakeKey(job, id));
    },
    close: () => clearInterval(timer),
  };
}

/** Leaves a schedule alone that stands as wanted and has its next wake-up ahead: registering again would wake it now. */
async function upsert(lanes: Lanes, job: JobDeclaration, schedule: Schedule, data: unknown, id: string): Promise<void> {
  const queue = lanes.of(job.lane);
  const repeat =
    "everyMs" in schedule ? { every: schedule.everyMs } : { pattern: schedule.cron, tz: schedule.timeZone };
  const key = wakeKey(job, id);
  const stands = await queue.getJobScheduler(key);
  const wanted = { name: job.name, every: undefined, pattern: undefined, tz: undefined, ...repeat, data };
  if (stands !== undefined && (stands.next ?? 0) > Date.now()) {
    const { name, every, pattern, tz, template } = stands;
    if (isDeepStrictEqual({ name, every, pattern, tz, data: template?.data }, wanted)) return;
  }
  await queue.upsertJobScheduler(key, repeat, { name: job.name, data, opts: jobOptions(job) });
}
