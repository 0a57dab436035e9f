import { batchesOf, reasonOf, statusOf, type ApiRecord } from "./call.ts";

export interface BatchOutcome<T> {
  done: { input: T; record: ApiRecord }[];
  failed: { input: T; reason: string }[];
}

export interface BatchAnswer {
  results: (ApiRecord & { objectWriteTraceId?: string })[];
  errors?: { message?: string; errors?: { message?: string }[]; context?: { objectWriteTraceId?: string[] } }[];
}

/**
 * Sends inputs in batches of 100, each with a trace id, so that one bad record does not hold back the others: HubSpot
 * answers 207 and names it. Where a batch is refused as a whole it is cut in halves until the bad one stands alone.
 * Failures of the connection or of the server are thrown.
 */
export async function writeBatches<T>(
  inputs: readonly T[],
  bodyOf: (input: T) => Record<string, unknown>,
  send: (body: { inputs: Record<string, unknown>[] }) => Promise<BatchAnswer>,
  size = 100,
): Promise<BatchOutcome<T>> {
  const outcome: BatchOutcome<T> = { done: [], failed: [] };
  for (const batch of batchesOf(inputs, size)) await writeOne(batch, bodyOf, send, outcome);
  return outcome;
}

async function writeOne<T>(
  batch: readonly T[],
  bodyOf: (input: T) => Record<string, unknown>,
  send: (body: { inputs: Record<string, unknown>[] }) => Promise<BatchAnswer>,
  outcome: BatchOutcome<T>,
): Promise<void> {
  const bodies = batch.map((input, at) => ({ ...bodyOf(input), objectWriteTraceId: String(at) }));
  let answer: BatchAnswer;
  try {
    answer = await send({ inputs: bodies });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (batch.length === 1) {
      outcome.failed.push({ input: batch[0]!, reason: reasonOf(error) });
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await writeOne(batch.slice(0, half), bodyOf, send, outcome);
    await writeOne(batch.slice(half), bodyOf, send, outcome);
    return;
  }
  for (const record of answer.results) {
    const input = batch[Number(record.objectWriteTraceId)];
    if (input === undefined) throw new Error("A batch answer does not say which input a record belongs to");
    outcome.done.push({ input, record });
  }
  for (const error of answer.errors ?? []) {
    for (const trace of error.context?.objectWriteTraceId ?? []) {
      outcome.failed.push({ input: batch[Number(trace)]!, reason: reasonOf({ body: error }) });
    }
  }
}

/** The request itself is at fault, not the moment (429, 5xx) and not the permission (401, 403). */
function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500 && ![401, 403, 429].includes(status);
}
