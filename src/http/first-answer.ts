import { createHash } from "node:crypto";
import { Problem } from "@keyline/domain";
import type { KeyedStore } from "../queue/index.ts";
import { keptAnswers } from "../sync/index.ts";
import type { Answer, Caller, Once, Route } from "./define-route.ts";

/** A write that died half-way may be tried again after this; the writes themselves are upserts by key. */
const runningMs = 60_000;
const waitMs = 12_000;
const pollMs = 100;

interface Write {
  route: Route;
  caller: Caller;
  body: unknown;
  rawBody: string;
  isRepeat: boolean;
  store: KeyedStore;
}

type Kept = { state: "running"; content: string } | { state: "done"; content: string; answer: Answer };

/**
 * Does a write once for each idempotency key; the same key again gets the first answer.
 * A key that comes back with other content is refused; a failed write forgets its key, so that it can be tried again.
 */
export async function firstAnswer(write: Write, run: () => Promise<Answer>): Promise<Answer> {
  const once: Once | undefined = write.route.once?.(write.body);
  if (!once) {
    if (write.isRepeat) throw new Problem("not-signed", "This request was sent before. Send it anew, signed anew.");
    return run();
  }
  const { store } = write;
  const key = `${keptAnswers(write.caller.portalId)}${write.route.path}:${once.key}`;
  const content = once.isSameBody ? createHash("sha256").update(write.rawBody).digest("base64") : "";
  const running: Kept = { state: "running", content };
  const isFirst = await store.setIfAbsent(key, JSON.stringify(running), { ttlMs: runningMs });
  if (!isFirst) return waitForFirst(key, content, store);
  try {
    const answer = await run();
    await store.set(key, JSON.stringify({ state: "done", content, answer } satisfies Kept), { ttlMs: once.keptMs });
    return answer;
  } catch (error) {
    await store.delete(key);
    throw error;
  }
}

async function waitForFirst(key: string, content: string, store: KeyedStore): Promise<Answer> {
  for (let waitedMs = 0; waitedMs <= waitMs; waitedMs += pollMs) {
    const text = await store.get(key);
    if (text === null) break;
    const kept = JSON.parse(text) as Kept;
    if (kept.content !== content) {
      throw new Problem("invalid-input", "This idempotencyKey belongs to another request. Make a new one.", {
        fields: [{ path: "idempotencyKey", message: "was used for another request" }],
      });
    }
    if (kept.state === "done") return kept.answer;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Problem("unavailable", "The first try of this is still under way or has failed. Try again in a moment.", {
    retryAfterMs: 2_000,
  });
}
