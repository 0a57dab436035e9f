import type { Client } from "@hubspot/api-client";
import { Problem } from "@keyline/domain";
import type { Log } from "../log.ts";
import { isIdempotent, kindOf, likeOf, pathWithQuery, type Call } from "./call.ts";
import type { Pacer } from "./pacer.ts";
import { rateHeaders } from "./rate-headers.ts";
import { problemFrom, wordsFor, type HubSpotError } from "./refusal.ts";
import { retryDelayMs, type Outcome } from "./retry.ts";

/** An access token, or where to get one; `refused` is the token that HubSpot no longer takes. */
export type Token = string | ((refused?: string) => Promise<string>);

export interface Wire {
  client: Client;
  token: Token;
  pacer: Pacer;
  log: Log;
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

export type Request = <T>(call: Call) => Promise<T>;

const defaultAttempts = { interactive: 3, bulk: 8 } as const;
/** A card waits 15 s at most (docs: hubspot.fetch); three tries fit in. */
const defaultTimeoutMs = { interactive: 4_000, bulk: 30_000 } as const;

/** Makes the one function through which every call to a portal goes: paced, tried again, refused with reasons. */
export function createRequest(wire: Wire): Request {
  return async <T>(call: Call) => {
    const priority = call.priority ?? "bulk";
    const attempts = call.attempts ?? defaultAttempts[priority];
    let token = await tokenFrom(wire.token);
    for (let attempt = 1; ; attempt++) {
      const tried = await tryOnce(wire, call, token);
      if (tried.kind === "answered" && tried.status < 300) return tried.body as T;
      if (tried.kind === "answered" && tried.status === 401 && typeof wire.token === "function") {
        const fresh = await wire.token(token);
        if (fresh !== token && attempt < attempts) {
          token = fresh;
          continue;
        }
      }
      const again = { attempts, isIdempotent: isIdempotent(call), random: wire.random };
      const delayMs = retryDelayMs(tried, attempt, again);
      if (delayMs === null) throw problemOf(tried, call);
      wire.log.debug({ method: call.method, path: call.path, attempt, ...facts(tried) }, "HubSpot call is tried again");
      await wire.sleep(delayMs);
    }
  };
}

type Tried =
  | (Extract<Outcome, { kind: "answered" }> & { body: HubSpotError | undefined })
  | (Extract<Outcome, { kind: "lost" | "not-sent" }> & { cause: unknown });

async function tryOnce(wire: Wire, call: Call, token: string): Promise<Tried> {
  const priority = call.priority ?? "bulk";
  const pass = await wire.pacer.enter(kindOf(call), priority, likeOf(call));
  let left = false;
  const leave = (answer: Parameters<typeof pass.leave>[0]) => {
    if (!left) pass.leave(answer);
    left = true;
  };
  try {
    const response = await within(call.timeoutMs ?? defaultTimeoutMs[priority], async (isLate) => {
      const answer = await wire.client.apiRequest({
        method: call.method,
        path: pathWithQuery(call),
        headers: { Authorization: `Bearer ${token}` },
        ...(call.body !== undefined && { body: call.body }),
      });
      if (isLate()) void answer.body?.cancel();
      const text = await answer.text();
      return { answer, body: parsed(text, answer.ok) };
    });
    const { answer, body } = response;
    leave({ status: answer.status, headers: answer.headers, policyName: body?.policyName });
    return { kind: "answered", status: answer.status, retryAfterMs: rateHeaders(answer.headers).retryAfterMs, body };
  } catch (cause) {
    leave(null);
    return { kind: wasNeverSent(cause) ? "not-sent" : "lost", cause };
  }
}

/** The client gives no way to abort, so a late answer is dropped when it comes. */
async function within<T>(timeoutMs: number, run: (isLate: () => boolean) => Promise<T>): Promise<T> {
  let late = false;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(new Error(`No answer within ${timeoutMs} ms`));
    }, timeoutMs);
  });
  const running = run(() => late);
  running.catch(() => {}); // After the timeout nobody listens any more.
  try {
    return await Promise.race([running, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function problemOf(tried: Tried, call: Call): Problem {
  if (tried.kind === "answered") {
    return problemFrom(tried.status, tried.body ?? {}, tried.retryAfterMs);
  }
  const words = wordsFor("unavailable", "");
  const message = `HubSpot did not answer ${call.method} ${call.path}.`;
  return new Problem("unavailable", message, { cause: tried.cause, ...(words && { words }) });
}

/** Half an answer throws, and counts as lost. A refusal may come as a gateway's page instead of JSON. */
function parsed(text: string, isOk: boolean): HubSpotError | undefined {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as HubSpotError;
  } catch (cause) {
    if (isOk) throw cause;
    return undefined;
  }
}

function facts(tried: Tried): object {
  return tried.kind === "answered" ? { status: tried.status } : { outcome: tried.kind };
}

function wasNeverSent(cause: unknown): boolean {
  const code = (cause as { cause?: { code?: string } }).cause?.code;
  return code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "UND_ERR_CONNECT_TIMEOUT";
}

function tokenFrom(token: Token): Promise<string> | string {
  return typeof token === "function" ? token() : token;
}
