import type { z } from "zod";
import type { Language, Problem } from "@keyline/domain";
import type { Parts } from "./parts.ts";

/** Who asks, as HubSpot says in the signed query of a card's request. */
export interface Caller {
  portalId: string;
  userId: string;
  userEmail: string;
  language: Language;
}

/** A request that is done once. `isSameBody`: other content under the same key is a mistake of the sender, and refused. */
export interface Once {
  key: string;
  isSameBody: boolean;
  keptMs: number;
}

export interface Asked<Q, B> {
  query: Q;
  body: B;
  caller: Caller;
  /** A cookie that the browser sent along; undefined where there is none. */
  cookie(name: string): string | undefined;
  /** The address at which this backend is reached; no slash at the end. */
  origin: string;
  parts: Parts;
}

/** What a route answers; `status` is 200 unless said otherwise. */
export interface Answer {
  status?: number;
  body?: unknown;
  /** Sent as it is instead of JSON. */
  content?: { type: string; text: string };
  headers?: Record<string, string>;
}

/**
 * One route: where it lives, how it is signed, what it takes. A file in `routes/` and a line in its list.
 * - `card`: HubSpot signs it (v3) and names portal and user in the query.
 * - `workflow`: HubSpot signs it (v3, or v2 as its workflow actions are documented); the body names the portal.
 * - `webhook`: HubSpot signs it (v3); the body names the portals.
 * - `link`: we signed it ourselves for a short while, portal and user in the query; a browser opens it.
 * - `open`: nobody signs it; it must tell nothing.
 */
export interface Route<Q = unknown, B = unknown> {
  method: "GET" | "POST";
  path: string;
  signed: "card" | "workflow" | "webhook" | "link" | "open";
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** What makes two requests one: the second gets the answer of the first. */
  once?(body: B): Once;
  answer(asked: Asked<Q, B>): Promise<Answer>;
  /** What a person's browser shows instead when the answer cannot be given; without it, the problem as JSON. */
  notice?(problem: Problem, language: Language): Answer;
}

export function defineRoute<Q, B>(route: Route<Q, B>): Route {
  return route;
}
