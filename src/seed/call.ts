/** One request to an API of HubSpot's shape. Resolves to the parsed answer; throws an error with `status` and `body`. */
export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** HubSpot's API version in every path. */
export const apiVersion = "2026-09";

export interface ApiRecord {
  id: string;
  properties: Record<string, string | null>;
}

/** Calls, and takes the answer for what HubSpot's descriptions say it is. */
export async function ask<T>(call: Call, method: string, path: string, body?: unknown): Promise<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where an answer gets its type
  return (await call(method, path, body)) as T;
}

/** Reads records by id or by a unique property, at most 100; what is not there is left out. */
export async function readBatch(
  call: Call,
  type: string,
  inputs: readonly { id: string }[],
  properties: readonly string[],
  idProperty?: string,
): Promise<ApiRecord[]> {
  const body = { ...(idProperty === undefined ? {} : { idProperty }), inputs, properties, propertiesWithHistory: [] };
  const path = `/crm/objects/${apiVersion}/${type}/batch/read`;
  return (await ask<{ results: ApiRecord[] }>(call, "POST", path, body)).results;
}

interface Page<T> {
  results: T[];
  paging?: { next?: { after?: string } };
}

/** Reads every page of a list. `path` carries its own query, if it has one. */
export async function readAll<T>(call: Call, path: string): Promise<T[]> {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const query = after === undefined ? "" : `${path.includes("?") ? "&" : "?"}after=${encodeURIComponent(after)}`;
    const page: Page<T> = await ask(call, "GET", path + query);
    found.push(...page.results);
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return found;
}

/** Cuts a list into parts that fit one batch. */
export function batchesOf<T>(items: readonly T[], size = 100): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size));
  return batches;
}

/** The HTTP status of an error thrown by a `Call`; undefined for any other error. */
export function statusOf(error: unknown): number | undefined {
  return isObject(error) && typeof error["status"] === "number" ? error["status"] : undefined;
}

/** What HubSpot said about a refusal, in one line: its message, or the messages of its parts. */
export function reasonOf(error: unknown): string {
  const body = isObject(error) && isObject(error["body"]) ? error["body"] : error;
  if (!isObject(body)) return String(error);
  const parts: unknown[] = Array.isArray(body["errors"]) ? body["errors"] : [];
  const messages = parts.flatMap((part) =>
    isObject(part) && typeof part["message"] === "string" ? part["message"] : [],
  );
  const reason = messages.length > 0 ? messages.join("; ") : String(body["message"]);
  return reason.replace(/\s+/g, " ").trim();
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Waits and asks again when the account's limits are used up (429), which says that nothing was done; up to a minute. */
export function patient(call: Call, waitMs = 1000): Call {
  return async (method, path, body) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await call(method, path, body);
      } catch (error) {
        if (statusOf(error) !== 429 || tries >= 60) throw error;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  };
}
