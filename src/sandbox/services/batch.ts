import { asList, asObject, asOptionalText, required, type Json } from "../wire/read-json.ts";
import { invalid, Refusal, type RefusalDetail } from "../wire/refusal.ts";
import type { Answer, Call } from "./service.ts";

/** HubSpot's most inputs in one batch of records. */
export const MAX_INPUTS = 100;

/** The `inputs` of a batch: at least one, at most `max`. */
export function readInputs(body: unknown, max = MAX_INPUTS): Json[] {
  const inputs = asList(required(asObject(body), "inputs"), "inputs").map((input) => asObject(input, "input"));
  if (inputs.length === 0) throw invalid("inputs must not be empty");
  if (inputs.length > max) throw invalid(`The maximum number of inputs is ${max}, but ${inputs.length} were sent`);
  return inputs;
}

/** Refuses a batch that names one thing twice. */
export function refuseRepeats(names: string[], what = "ids"): void {
  const seen = new Set<string>();
  const repeated = new Set(names.filter((name) => seen.size === seen.add(name).size));
  if (repeated.size === 0) return;
  throw invalid(`Duplicate ${what} found in batch input: ${JSON.stringify([...repeated])}`, [
    { message: `Duplicate ${what} found in batch input`, code: "DUPLICATE_INPUT", context: { ids: [...repeated] } },
  ]);
}

/** The body of a batch answer, in an order that promises nothing. */
export function batchBody(call: Call, results: unknown[], errors: BatchError[] = []): Record<string, unknown> {
  const at = call.portal.now().toISOString();
  return {
    status: "COMPLETE",
    results: shuffled(results, call.random),
    startedAt: at,
    completedAt: at,
    ...(errors.length > 0 ? { numErrors: errors.length, errors } : {}),
  };
}

/** One entry of a 207's `errors`. */
export interface BatchError {
  status: "error";
  category: string;
  message: string;
  errors: RefusalDetail[];
  context: Record<string, string[]>;
  links: Record<string, string>;
}

export function batchError({ message, parts }: Refusal, context: Record<string, string[]>): BatchError {
  return {
    status: "error",
    category: parts.category ?? "VALIDATION_ERROR",
    message,
    errors: parts.errors ?? [],
    context: { ...parts.context, ...context },
    links: {},
  };
}

/**
 * Runs a batch of writes. With an `objectWriteTraceId` on every input the good ones stand and the answer is 207 when some
 * failed; without, the first refusal undoes the whole batch (HubSpot's "multi-status" guide).
 */
export function writeBatch(
  call: Call,
  inputs: Json[],
  allWell: number,
  write: (input: Json) => Record<string, unknown>,
): Answer {
  const traces = inputs.map((input) => asOptionalText(input.objectWriteTraceId, "objectWriteTraceId"));
  const mayFailApart = traces.every((trace) => trace !== undefined);
  if (mayFailApart) refuseRepeats(traces, "objectWriteTraceIds");
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  inputs.forEach((input, at) => {
    const trace = traces[at];
    const traced = trace === undefined ? {} : { objectWriteTraceId: trace };
    try {
      results.push({ ...call.portal.transact(() => write(input)), ...traced });
    } catch (error) {
      if (!mayFailApart || !(error instanceof Refusal)) throw error;
      errors.push(batchError(error, { objectWriteTraceId: [trace!] }));
    }
  });
  return { status: errors.length > 0 ? 207 : allWell, body: batchBody(call, results, errors) };
}

function shuffled<T>(list: T[], random: () => number): T[] {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}
