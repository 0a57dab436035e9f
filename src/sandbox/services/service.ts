import type { Estate } from "../portal/estate.ts";
import type { Portal } from "../portal/portal.ts";
import type { Source } from "../portal/stored-record.ts";

/** The app that calls and is called: a private one of every portal, and installable by OAuth. */
export interface App {
  appId: number;
  clientId: string;
  clientSecret: string;
  /** What the private app was granted; everything when absent. */
  scopes?: readonly string[];
}

/** A request that found its route. */
export interface Call {
  portal: Portal;
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  /** The bearer token, for services that are about tokens. */
  token: string;
  /** How values that this call writes are signed in histories and webhooks. */
  source: Source;
  /** The app that calls. */
  app: App;
  /** All portals: installing an app and OAuth reach beyond one. */
  estate: Estate;
  /** From 0 up to 1; decides the order of batch answers. */
  random: () => number;
  /** People's own door, not an app's: read-only types and properties may be written. */
  isPerson?: boolean;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  /** What the call does, for the table of what is covered. */
  operation: string;
  /** Needs no token. */
  isOpen?: boolean;
  handle(call: Call): Answer;
}

/** `METHOD /path/{version}/{param}`; `{version}` must be the version that the sandbox serves. */
export type RouteName = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;

export interface Service {
  name: string;
  routes: Record<RouteName, Route>;
}

/** One part of HubSpot: its name and what it answers. Handlers run at once and in a transaction: a refusal undoes all. */
export function defineService(service: Service): Service {
  return service;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const nothing: Answer = { status: 204 };
