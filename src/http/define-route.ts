import type { z } from "zod";
import type { Language } from "@keyline/domain";
import type { Parts } from "./parts.ts";

/** Who asks, as HubSpot says in the signed query of a card's request. */
export interface Caller {
  portalId: string;
  userId: string;
  userEmail: string;
  language: Language;
}

export interface Asked<Q, B> {
  query: Q;
  body: B;
  caller: Caller;
  parts: Parts;
}

/** What a route answers; `status` is 200 unless said otherwise. */
export interface Answer {
  status?: number;
  body?: unknown;
  /** Sent as it is instead of JSON. */
  content?: { type: string; text: string };
}

/**
 * One route: where it lives, how it is signed, what it takes. A file in `routes/` and a line in its list.
 * - `card`: HubSpot signs it (v3) and names portal and user in the query.
 * - `webhook`: HubSpot signs it (v3); the body names the portals.
 * - `open`: nobody signs it; it must tell nothing.
 */
export interface Route<Q = unknown, B = unknown> {
  method: "GET" | "POST";
  path: string;
  signed: "card" | "webhook" | "open";
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  answer(asked: Asked<Q, B>): Promise<Answer>;
}

export function defineRoute<Q, B>(route: Route<Q, B>): Route {
  return route;
}
