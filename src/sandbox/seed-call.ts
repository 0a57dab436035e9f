import { answerControl } from "./control/index.ts";
import { findRoute, refusalAnswer, runRoute } from "./dispatch.ts";
import type { SandboxState } from "./sandbox-state.ts";
import type { Answer } from "./services/service.ts";
import { Refusal } from "./wire/refusal.ts";

/**
 * A call that seeds: the same routes as over the network, control routes included, but uncounted, unlimited and told to
 * nobody. Throws an error with `status` and `body` when it is refused.
 */
export async function seedCall(state: SandboxState, method: string, path: string, body?: unknown): Promise<unknown> {
  const url = new URL(path, "http://sandbox");
  // What the network would have made of it: no undefined, nothing shared.
  const text = body === undefined ? "" : JSON.stringify(body);
  const { status, body: answer } = await quietly(state, () => carryOut(state, method, url, text));
  if (status < 300) return answer;
  const problem = new Error(`${method} ${path} answered ${status}: ${JSON.stringify(answer)}`);
  throw Object.assign(problem, { status, body: answer });
}

/** Handlers finish before they return or before their first `await`, so nobody else's call is quiet too. */
function quietly<T>(state: SandboxState, work: () => T): T {
  state.isQuiet = true;
  try {
    return work();
  } finally {
    state.isQuiet = false;
  }
}

function carryOut(state: SandboxState, method: string, url: URL, text: string): Answer | Promise<Answer> {
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  if (url.pathname.startsWith("/_sandbox/")) return answerControl(state, { method, url, headers: {}, text, body });
  const found = findRoute(method, url.pathname);
  if (found instanceof Refusal) return refusalAnswer(found);
  return runRoute(state.estate.first(), found, {
    path: url.pathname,
    query: url.searchParams,
    body,
    token: state.token,
    source: { type: "IMPORT", id: "demo" },
    app: state.app,
    estate: state.estate,
    random: state.random,
  });
}
