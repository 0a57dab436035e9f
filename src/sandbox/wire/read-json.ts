import { invalid } from "./refusal.ts";

export type Json = Record<string, unknown>;

/** The body as an object, or a 400 as HubSpot's parser words it. */
export function asObject(value: unknown, what = "request body"): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid(`Invalid input JSON: the ${what} must be an object`);
  }
  return value as Json;
}

/** A list field; absent is an empty list unless it is required. */
export function asList(value: unknown, name: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid(`Invalid input JSON: ${name} must be an array`);
  return value;
}

export function asText(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw invalid(`Invalid input JSON: ${name} must be a string`);
}

export function asOptionalText(value: unknown, name: string): string | undefined {
  return value === undefined || value === null ? undefined : asText(value, name);
}

export function asWhole(value: unknown, name: string): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number)) {
    throw invalid(`Invalid input JSON: ${name} must be an integer`);
  }
  return number;
}

export function asFlag(value: unknown, name: string): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  throw invalid(`Invalid input JSON: ${name} must be a boolean`);
}

/** A field that HubSpot requires: 400 with the field's name when it is missing. */
export function required(body: Json, name: string): unknown {
  const value = body[name];
  if (value === undefined || value === null) {
    throw invalid(`Some required fields were not set: [${name}]`, [
      { message: `Some required fields were not set: [${name}]`, code: "REQUIRED_FIELD", in: name },
    ]);
  }
  return value;
}

/** `a,b` and repeated parameters both: HubSpot takes either. */
export function queryList(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(",").filter((part) => part !== ""));
}

export function queryFlag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  if (value === null || value === "") return false;
  if (value !== "true" && value !== "false")
    throw invalid(`Invalid query parameter ${name}: ${value} is not a boolean`);
  return value === "true";
}

/** A `limit` from 1 to `max`; above it HubSpot refuses instead of capping. */
export function queryLimit(query: URLSearchParams, preset: number, max: number): number {
  const value = query.get("limit");
  if (value === null || value === "") return preset;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1) throw invalid(`Invalid query parameter limit: ${value}`);
  if (limit > max) throw invalid(`limit must be at most ${max}, was ${limit}`);
  return limit;
}
