import { existsSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { readDescriptions, type Operation } from "./descriptions.ts";
import { impossible } from "./slips.ts";
import { strict, strictSchemas, type Schema } from "./strict-schema.ts";

/** One request with its answer. `path` carries its query. */
export interface Traffic {
  method: string;
  path: string;
  requestBody?: unknown;
  requestType?: string | undefined;
  status: number;
  responseBody?: unknown;
}

export interface Conformance {
  /** What is wrong with the request or the answer by HubSpot's descriptions; empty when nothing is. */
  check(traffic: Traffic): string[];
}

/**
 * Opens HubSpot's published API descriptions: a folder with one folder a version. Undefined, for callers to skip aloud,
 * when there is none: the descriptions are not part of this project.
 */
export function openConformance(dir = process.env.HUBSPOT_OPENAPI): Conformance | undefined {
  if (!dir || !existsSync(dir)) return undefined;
  const versions = new Map<string, VersionCheck | undefined>();
  return {
    check(traffic) {
      const url = new URL(traffic.path, "https://api.hubapi.com");
      const version = url.pathname.split("/").find((part) => /^(\d{4}-\d{2}|v\d)$/.test(part));
      if (version === undefined) return [`${traffic.method} ${url.pathname}: no version in the path`];
      if (!versions.has(version)) versions.set(version, openVersion(join(dir, version)));
      const check = versions.get(version);
      return check ? check(traffic, url) : [`${traffic.method} ${url.pathname}: no descriptions of version ${version}`];
    },
  };
}

type VersionCheck = (traffic: Traffic, url: URL) => string[];

function openVersion(folder: string): VersionCheck | undefined {
  if (!existsSync(folder)) return undefined;
  const { operations, components } = readDescriptions(folder);
  const ajv = new Ajv({ strict: false, allErrors: true, formats });
  for (const [file, schemas] of Object.entries(components)) {
    for (const isRequest of [true, false]) {
      ajv.addSchema({ $id: idOf(file, isRequest), components: { schemas: strictSchemas(schemas, isRequest) } });
    }
  }
  const validators = new Map<string, ValidateFunction>();
  const validator = (file: string, schema: Schema, isRequest: boolean) => {
    const key = `${idOf(file, isRequest)} ${JSON.stringify(schema)}`;
    const found = validators.get(key);
    if (found) return found;
    const made = ajv.compile(absolute(strict(schema, isRequest), idOf(file, isRequest)));
    validators.set(key, made);
    return made;
  };
  const problems = (operation: Operation, schema: Schema, isRequest: boolean, body: unknown) => {
    const validate = validator(operation.file, schema, isRequest);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const extra = "additionalProperty" in params ? `: ${String(params.additionalProperty)}` : "";
      return `${isRequest ? "request" : "answer"} ${instancePath || "/"} ${message ?? "is wrong"}${extra} (${operation.file})`;
    });
  };

  return (traffic, url) => {
    const what = `${traffic.method} ${url.pathname}`;
    const said = impossible.find(({ method, path }) => method === traffic.method && path.test(url.pathname));
    if (said && traffic.status < 300) return [`${what}: ${said.why}`];
    const matching = closest(operations, traffic.method, url.pathname);
    if (matching.length === 0) return traffic.status === 404 ? [] : [`${what}: no description has this path`];
    const byOperation = matching.map((operation) => [
      ...requestProblems(operation, traffic, url, problems),
      ...answerProblems(operation, traffic, problems),
    ]);
    const fewest = byOperation.sort((a, b) => a.length - b.length)[0]!;
    return fewest.map((problem) => `${what} → ${traffic.status}: ${problem}`);
  };
}

type Problems = (operation: Operation, schema: Schema, isRequest: boolean, body: unknown) => string[];

/** A request that was refused need not conform: that is what it was refused for. */
function requestProblems(operation: Operation, traffic: Traffic, url: URL, problems: Problems): string[] {
  if (traffic.status >= 400) return [];
  const known = new Set(operation.queries.map(({ name }) => name));
  const unknown = [...new Set(url.searchParams.keys())].filter((name) => !known.has(name));
  const missing = operation.queries.filter(({ name, isRequired }) => isRequired && !url.searchParams.has(name));
  const queries = [
    ...unknown.map((name) => `query parameter ${name} is not described`),
    ...missing.map(({ name }) => `query parameter ${name} is missing`),
  ];
  const type = traffic.requestType?.split(";")[0] ?? "application/json";
  const schema = operation.request[type];
  if (schema) return [...queries, ...problems(operation, schema, true, traffic.requestBody)];
  const isEmpty = traffic.requestBody === undefined;
  const described = Object.keys(operation.request);
  if (described.length > 0)
    return [...queries, ...(isEmpty ? ["request body is missing"] : [`no request of type ${type} is described`])];
  return isEmpty ? queries : [...queries, "a request body is not described"];
}

function answerProblems(operation: Operation, traffic: Traffic, problems: Problems): string[] {
  const { status, responseBody } = traffic;
  // Cut connections, gateways and rate limits are described nowhere.
  if (status === 0 || status === 429 || status >= 500) return [];
  if (status >= 400) return errorProblems(operation, traffic, problems);
  const isOAuth = operation.path.startsWith("/oauth/");
  const key = answerKey(operation, status);
  if (key === undefined) return isOAuth ? [] : [`status ${status} is not described`];
  const schema = operation.answers[key];
  if (schema === undefined) return responseBody === undefined || isOAuth ? [] : ["an answer body is not described"];
  if (isOAuth) return [];
  return problems(operation, schema, false, responseBody);
}

/** 207 and the 200 or 201 of a create are slips: they are read by the success that is described. */
function answerKey(operation: Operation, status: number): string | undefined {
  if (String(status) in operation.answers) return String(status);
  const successes = Object.keys(operation.answers).filter((key) => key === "200" || key === "201");
  return [200, 201, 207].includes(status) ? successes[0] : undefined;
}

function errorProblems(operation: Operation, traffic: Traffic, problems: Problems): string[] {
  const schema = operation.answers.default;
  if (schema === undefined || operation.path.startsWith("/oauth/")) return [];
  return problems(operation, schema, false, traffic.responseBody);
}

/** The operations whose path fits with the most literal segments: `groups` is not the name of a property. */
function closest(operations: Operation[], method: string, pathname: string): Operation[] {
  const parts = pathname.split("/").filter(Boolean);
  const fits = operations.filter(
    (operation) =>
      operation.method === method &&
      operation.segments.length === parts.length &&
      operation.segments.every((segment, at) => segment.startsWith("{") || segment === parts[at]),
  );
  const literals = (operation: Operation) => operation.segments.filter((segment) => !segment.startsWith("{")).length;
  const most = Math.max(0, ...fits.map(literals));
  return fits.filter((operation) => literals(operation) === most);
}

const idOf = (file: string, isRequest: boolean) => `${isRequest ? "request" : "answer"}/${file}`;

/** References of an operation's own schema lead into its file. */
function absolute(schema: Schema, id: string): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', `"$ref":"${id}#/`)) as Schema;
}

const formats = {
  "date-time": (text: string) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)),
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  int32: {
    type: "number" as const,
    validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= 0x7fffffff,
  },
  int64: { type: "number" as const, validate: (value: number) => Number.isInteger(value) },
};
