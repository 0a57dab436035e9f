import { Problem } from "@keyline/domain";
import { chunksOf, concurrently } from "./concurrently.ts";
import type { WireRecord } from "./record.ts";
import { problemFromEntry, type HubSpotError } from "./refusal.ts";

/** HubSpot takes at most 100 inputs in a batch of records (docs: CRM objects). */
export const batchSize = 100;

/** One input; `key` is what the caller knows it by. */
export interface BatchInput {
  key: string;
  input: { properties: Record<string, string>; id?: string; idProperty?: string; associations?: unknown[] };
}

export interface BatchResult {
  written: { key: string; record: WireRecord }[];
  refused: { key: string; problem: Problem }[];
}

/** A batch's answer (spec: BatchResponseSimplePublicUpsertObject; 207 has `errors`). */
interface BatchAnswer {
  results?: WireRecord[];
  errors?: HubSpotError[];
}

type Send = (body: { inputs: object[] }) => Promise<BatchAnswer>;

/**
 * Writes by batches of 100 and accounts for every input: written, or refused with HubSpot's reason. Inputs carry trace
 * ids, so that one bad input refuses only itself (207) and results can come in any order. Where HubSpot refuses a batch
 * as a whole, it is halved until the bad inputs stand alone; such a refusal wrote nothing.
 * Throws when HubSpot does not answer at all.
 */
export async function writeBatches(inputs: readonly BatchInput[], send: Send): Promise<BatchResult> {
  const results = await concurrently(chunksOf(inputs, batchSize), (chunk) => writeChunk(chunk, send));
  return {
    written: results.flatMap((result) => result.written),
    refused: results.flatMap((result) => result.refused),
  };
}

async function writeChunk(chunk: readonly BatchInput[], send: Send): Promise<BatchResult> {
  try {
    const inputs = chunk.map(({ input }, index) => ({ ...input, objectWriteTraceId: traceId(index) }));
    return matched(chunk, await send({ inputs }));
  } catch (cause) {
    if (!(cause instanceof Problem) || (cause.code !== "refused" && cause.code !== "conflict")) throw cause;
    const [first] = chunk;
    if (chunk.length === 1 && first) return { written: [], refused: [{ key: first.key, problem: cause }] };
    const half = Math.ceil(chunk.length / 2);
    const left = await writeChunk(chunk.slice(0, half), send);
    const right = await writeChunk(chunk.slice(half), send);
    return { written: [...left.written, ...right.written], refused: [...left.refused, ...right.refused] };
  }
}

function matched(chunk: readonly BatchInput[], answer: BatchAnswer): BatchResult {
  const written: BatchResult["written"] = [];
  const refused: BatchResult["refused"] = [];
  const open = new Map(chunk.map((one, index) => [traceId(index), one]));
  for (const record of answer.results ?? []) {
    const trace = record.objectWriteTraceId ?? traceByIdentity(open, record);
    const one = trace === undefined ? undefined : open.get(trace);
    if (!trace || !one) continue;
    open.delete(trace);
    written.push({ key: one.key, record });
  }
  for (const error of answer.errors ?? []) {
    for (const trace of tracesOf(error)) {
      const one = open.get(trace);
      if (!one) continue;
      open.delete(trace);
      refused.push({ key: one.key, problem: problemFromEntry(error) });
    }
  }
  for (const { key } of open.values()) {
    const problem = new Problem(
      "unavailable",
      "HubSpot's answer does not say what became of this record. Write it again.",
    );
    refused.push({ key, problem });
  }
  return { written, refused };
}

function traceId(index: number): string {
  return `input-${index}`;
}

/** An answer without trace ids: by record id, else by the unique property. */
function traceByIdentity(open: ReadonlyMap<string, BatchInput>, record: WireRecord): string | undefined {
  for (const [trace, { input }] of open) {
    if (input.id === undefined) continue;
    if (input.idProperty ? record.properties[input.idProperty] === input.id : record.id === input.id) return trace;
  }
  return undefined;
}

function tracesOf(error: HubSpotError): string[] {
  const traces: unknown = error.context?.["objectWriteTraceId"];
  return [traces].flat().filter((trace) => typeof trace === "string");
}
