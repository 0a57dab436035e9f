import { randomUUID } from "node:crypto";

/** One entry of `errors` in HubSpot's error body. */
export interface RefusalDetail {
  message: string;
  code?: string;
  in?: string;
  subCategory?: string;
  context?: Record<string, string[]>;
}

export interface RefusalParts {
  category?: string;
  subCategory?: string;
  errors?: RefusalDetail[];
  context?: Record<string, string[]>;
  /** Replaces `category` in the body, as HubSpot does for rate limits. */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** An answer of HubSpot that says no: thrown where it is known, written by the listener. */
export class Refusal extends Error {
  readonly status: number;
  readonly parts: RefusalParts;

  constructor(status: number, message: string, parts: RefusalParts = {}) {
    super(message);
    this.status = status;
    this.parts = parts;
  }
}

/** HubSpot's error body: `{status, message, correlationId, category, errors, …}`. */
export function refusalBody({ message, parts }: Refusal): Record<string, unknown> {
  return {
    status: "error",
    message,
    correlationId: randomUUID(),
    ...(parts.extra ? parts.extra : { category: parts.category ?? "VALIDATION_ERROR" }),
    ...(parts.subCategory ? { subCategory: parts.subCategory } : {}),
    ...(parts.errors ? { errors: parts.errors } : {}),
    ...(parts.context ? { context: parts.context } : {}),
  };
}

/** 400: the request does not say what HubSpot needs. */
export const invalid = (message: string, errors?: RefusalDetail[], context?: Record<string, string[]>): Refusal =>
  new Refusal(400, message, { ...(errors ? { errors } : {}), ...(context ? { context } : {}) });

/** 404 for a record, property, schema or other thing that is not there. */
export const notFound = (message = "resource not found", parts: RefusalParts = {}): Refusal =>
  new Refusal(404, message, { category: "OBJECT_NOT_FOUND", ...parts });

/** 409: there is one already. */
export const conflict = (message: string, parts: RefusalParts = {}): Refusal =>
  new Refusal(409, message, { category: "CONFLICT", ...parts });

/** Property values that HubSpot refuses, with its doubled wording: as JSON in the message and as entries of `errors`. */
export function invalidValues(problems: { name: string; code: string; message: string }[]): Refusal {
  const spelled = problems.map(({ name, code, message }) => ({ isValid: false, message, error: code, name }));
  return invalid(
    `Property values were not valid: ${JSON.stringify(spelled)}`,
    problems.map(({ name, code, message }) => ({ message, code, context: { propertyName: [name] } })),
  );
}
