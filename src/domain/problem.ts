import type { Words } from "./words.ts";

/** What can go wrong, as a closed set; each has the HTTP status that a route answers with. */
export const problemStatuses = {
  "invalid-input": 400,
  "not-signed": 401,
  "not-installed": 401,
  "no-permission": 403,
  "missing-scope": 403,
  "tier-too-low": 403,
  "not-found": 404,
  archived: 404,
  conflict: 409,
  "not-provisioned": 409,
  refused: 422,
  "rate-limited": 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemStatuses;

/** One field that is wrong, for forms and for 400 answers. `path` is dotted: `attendees.0`. */
export interface FieldProblem {
  path: string;
  message: string;
}

interface Details {
  /** The same message in the person's language, when it is shown on a card. */
  words?: Words;
  fields?: FieldProblem[];
  cause?: unknown;
  retryAfterMs?: number;
  /** Facts for a conflict: what stands there now. Never a token or a person's data. */
  found?: unknown;
}

/**
 * The one error of the project: thrown where it is known, caught at the edges (route, job, page, command).
 * The message says what a person can do about it.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly words: Words | undefined;
  readonly fields: FieldProblem[];
  readonly retryAfterMs: number | undefined;
  readonly found: unknown;

  constructor(code: ProblemCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = "Problem";
    this.code = code;
    this.words = details.words;
    this.fields = details.fields ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.found = details.found;
  }

  get status(): number {
    return problemStatuses[this.code];
  }
}
