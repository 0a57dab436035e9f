import type { CallKind, Priority } from "./pacer.ts";

/** One call to HubSpot. */
export interface Call {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** From the root, with the version in it: `/crm/owners/2026-09`. */
  path: string;
  query?: Record<string, string | number | boolean | readonly string[] | undefined>;
  body?: unknown;
  /** Default: from the path. */
  kind?: CallKind;
  priority?: Priority;
  /** How often to try in all; default 8 for bulk work, 3 for a person who waits. */
  attempts?: number;
  timeoutMs?: number;
  /** May be sent twice without harm. Default: by method, and by path for POST. */
  isIdempotent?: boolean;
}

/** POSTs that say the same when said twice: reads, searches, upserts, updates, associations. A `create` is not among them. */
const idempotentPost =
  /\/(search|batch\/(read|upsert|update|archive)|batch\/associate\/default|batch\/labels\/archive|search\/.*)$|^\/crm\/associations\/.*\/batch\/create$/;

export function isIdempotent(call: Call): boolean {
  return call.isIdempotent ?? (call.method !== "POST" || idempotentPost.test(call.path));
}

export function kindOf(call: Call): CallKind {
  return call.kind ?? (/^\/crm\/objects\/[^/]+\/[^/]+\/search$/.test(call.path) ? "search" : "call");
}

/** Calls of one name take about as long: the same operation on as many records, to a digit. */
export function likeOf({ method, path, body }: Call): string {
  const { inputs } = (body ?? {}) as { inputs?: unknown[] };
  return `${method} ${path} ${String(inputs?.length ?? 0).length}`;
}

/** The path with its query; a list is joined by commas, as HubSpot reads `properties`. */
export function pathWithQuery({ path, query }: Call): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(",") : String(value)]],
  );
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}
