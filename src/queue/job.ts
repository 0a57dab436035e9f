import { Problem } from "@keyline/domain";
import { z } from "zod";
import type { Lane } from "./lanes.ts";

/** A kind of job: declared once, by the room that uses it; the queue itself knows no job by name. */
export interface JobDeclaration<Data extends z.ZodType = z.ZodType> {
  /** Unique in the project: `plan-portal`. */
  readonly name: string;
  /** Jobs of one lane wait behind each other; a flood in one lane does not delay another. */
  readonly lane: Lane;
  readonly data: Data;
  /** How often it is tried in all, before it is kept as failed. */
  readonly attempts: number;
  /** Wait before the second attempt, doubled for each further one, with jitter. */
  readonly backoffMs: number;
}

/** What a job is told besides its data. */
export interface JobContext<Input = unknown> {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  /** Aborted when the worker closes: a long pass stops at its next safe point and calls `again`. */
  readonly signal: AbortSignal;
  /**
   * Puts the same job once more at the back of its lane. That is how portals share a lane fairly: a job is a short pass
   * over one portal, and goes to the back while work remains. Keep progress in the store or in HubSpot rather than in
   * `data`: a wake-up that arrives meanwhile replaces it.
   */
  readonly again: (data?: Input, options?: { delayMs?: number }) => Promise<void>;
}

/** A job together with what does it. */
export interface Performance {
  readonly job: JobDeclaration;
  /** Parses the data (throws `invalid-input`) and gives what then does the job. */
  readonly prepare: (data: unknown) => (context: JobContext) => Promise<void>;
}

/** Declares a job. Data is parsed by the schema when it is added and again when it is done. */
export function defineJob<Data extends z.ZodType>(declaration: {
  name: string;
  lane: Lane;
  data: Data;
  attempts?: number;
  backoffMs?: number;
}): JobDeclaration<Data> {
  return { attempts: 8, backoffMs: 1_000, ...declaration };
}

/**
 * Joins a declared job to the function that does it. A job may be done twice (its process died after the work and
 * before the tick), so the function must be idempotent.
 */
export function perform<Data extends z.ZodType>(
  job: JobDeclaration<Data>,
  run: (data: z.output<Data>, context: JobContext<z.input<Data>>) => Promise<void>,
): Performance {
  return {
    job,
    prepare(data) {
      const parsed = parseJobData(job, data);
      return (context) => run(parsed, context);
    },
  };
}

/** Names a wake-up of a job: two jobs may use the same id, such as the portal's. */
export const wakeKey = (job: JobDeclaration, id: string) => `${job.name}/${id}`;

/** The id in a key of `wakeKey`. */
export const wakeId = (job: JobDeclaration, key: string) => key.slice(job.name.length + 1);

/** Parses a job's data at the edge. Throws `invalid-input` with every wrong field named. */
export function parseJobData<Data extends z.ZodType>(job: JobDeclaration<Data>, data: unknown): z.output<Data> {
  const parsed = job.data.safeParse(data);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const list = fields.map((field) => `${field.path || "data"}: ${field.message}`).join("; ");
  throw new Problem("invalid-input", `The job ${job.name} cannot take this data: ${list}`, { fields });
}
