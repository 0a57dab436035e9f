import { findRoute, refusalAnswer, runRoute } from "./dispatch.ts";
import { refuseWithoutScopes } from "./services/needed-scopes.ts";
import type { Answer } from "./services/service.ts";
import type { SandboxState } from "./sandbox-state.ts";
import type { Token } from "./portal/estate.ts";
import type { Fault } from "./wire/faults.ts";
import { tooMany } from "./wire/rate-limits.ts";
import { Refusal } from "./wire/refusal.ts";

export interface IncomingCall {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
  /** Reads the body; throws HubSpot's refusal of what is no JSON. */
  readBody: () => unknown;
}

export interface CallResult {
  operation: string;
  answer: Answer;
  body: unknown;
  /** The connection: cut at once, left open for ever, or (absent) answered. */
  cut?: "reset" | "never";
}

/** One API call from the network: counted, made to fail when asked for, let in by token and limits, carried out. */
export function answerCall(state: SandboxState, call: IncomingCall): CallResult {
  const found = findRoute(call.method, call.url.pathname);
  const operation = found instanceof Refusal ? `${call.method} ${call.url.pathname}` : found.operation;
  const fault = state.faults.next();
  const result = { operation, body: undefined as unknown };
  const done = (answer: Answer, cut?: CallResult["cut"]): CallResult => {
    state.calls.count(operation, answer.status);
    return { ...result, answer, ...(cut ? { cut } : {}) };
  };

  if (fault && fault !== "lostReplies") return done(...faultAnswer(fault));
  try {
    result.body = call.readBody();
    if (found instanceof Refusal) throw found;
    const token = found.route.isOpen ? undefined : readToken(state, call.headers.authorization);
    const portal = token ? state.estate.get(token.portalId) : state.estate.first();
    if (!portal) throw unauthorised("INVALID_AUTHENTICATION", NO_CREDENTIALS);
    const isSearch = operation.endsWith("/search") && operation.startsWith("POST /crm/objects/");
    const headers = token ? state.limits.admit({ portal: portal.settings, ...token, isSearch }) : {};
    if (token?.scopes) {
      refuseWithoutScopes(portal, token.scopes, { method: call.method, path: call.url.pathname, params: found.params });
    }
    const answer = runRoute(portal, found, {
      path: call.url.pathname,
      query: call.url.searchParams,
      body: result.body,
      token: bearer(call.headers.authorization) ?? "",
      source: { type: "INTEGRATION", id: String(token?.appId ?? state.app.appId) },
      app: state.app,
      estate: state.estate,
      random: state.random,
    });
    const whole = { ...answer, headers: { ...headers, ...answer.headers } };
    return fault === "lostReplies" ? done(whole, "reset") : done(whole);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return done(refusalAnswer(error), fault === "lostReplies" ? "reset" : undefined);
  }
}

function faultAnswer(fault: Exclude<Fault, "lostReplies">): [Answer, CallResult["cut"]?] {
  switch (fault) {
    case "rate429":
      return [refusalAnswer(tooMany("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.", {}))];
    case "rate500":
      return [refusalAnswer(new Refusal(500, "internal error", { category: "INTERNAL_ERROR" }))];
    case "rate502":
      // The edge in front of HubSpot answers for itself, and not in JSON.
      return [{ status: 502, body: "<html><body><h1>502 Bad Gateway</h1></body></html>" }];
    case "timeouts":
      return [{ status: 0 }, "never"];
    case "resets":
      return [{ status: 0 }, "reset"];
  }
}

const NO_CREDENTIALS =
  "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview";

const unauthorised = (category: string, message: string) => new Refusal(401, message, { category });

const bearer = (header: string | string[] | undefined) =>
  typeof header === "string" ? /^Bearer\s+(\S+)$/i.exec(header)?.[1] : undefined;

function readToken(state: SandboxState, header: string | string[] | undefined): Token {
  const text = bearer(header);
  const token = text === undefined ? undefined : state.estate.token(text);
  if (!token) throw unauthorised("INVALID_AUTHENTICATION", NO_CREDENTIALS);
  if (token.expiresMs !== undefined && token.expiresMs <= Date.now()) {
    throw unauthorised("EXPIRED_AUTHENTICATION", "The OAuth token used to make this call expired.");
  }
  return token;
}
