import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Schema } from "./strict-schema.ts";

/** One call that a description file describes. */
export interface Operation {
  file: string;
  method: string;
  path: string;
  segments: string[];
  queries: { name: string; isRequired: boolean }[];
  /** Request schemas by media type. */
  request: Record<string, Schema>;
  /** Answer schemas by status or `default`; undefined where no body is described. */
  answers: Record<string, Schema | undefined>;
}

export interface Descriptions {
  operations: Operation[];
  /** Component schemas by file. */
  components: Record<string, Record<string, Schema>>;
}

/** Reads every description file of one version's folder. */
export function readDescriptions(folder: string): Descriptions {
  const operations: Operation[] = [];
  const components: Descriptions["components"] = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const document = JSON.parse(readFileSync(join(folder, file), "utf8")) as Document;
    components[file] = document.components?.schemas ?? {};
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, raw] of Object.entries(methods)) {
        if (method !== "parameters") operations.push(readOperation(document, file, method.toUpperCase(), path, raw));
      }
    }
  }
  return { operations, components };
}

interface Media {
  schema?: Schema;
}
interface RawAnswer {
  $ref?: string;
  content?: Record<string, Media>;
}
interface RawOperation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content?: Record<string, Media> };
  responses: Record<string, RawAnswer>;
}
interface Document {
  paths: Record<string, Record<string, RawOperation>>;
  components?: { schemas?: Record<string, Schema>; responses?: Record<string, RawAnswer> };
}

function readOperation(document: Document, file: string, method: string, path: string, raw: RawOperation): Operation {
  const answers = Object.entries(raw.responses).map(
    ([status, answer]) => [status, answerSchema(document, answer)] as const,
  );
  return {
    file,
    method,
    path,
    segments: path.split("/").filter(Boolean),
    queries: (raw.parameters ?? [])
      .filter((parameter) => parameter.in === "query")
      .map(({ name, required = false }) => ({ name, isRequired: required })),
    request: schemasOf(raw.requestBody?.content),
    answers: Object.fromEntries(answers),
  };
}

function answerSchema(document: Document, answer: RawAnswer): Schema | undefined {
  const named = answer.$ref?.split("/").at(-1);
  const resolved = named ? document.components?.responses?.[named] : answer;
  return Object.values(schemasOf(resolved?.content))[0];
}

function schemasOf(content: Record<string, Media> | undefined): Record<string, Schema> {
  const entries = Object.entries(content ?? {}).flatMap(([type, { schema }]) =>
    schema ? [[type, schema] as const] : [],
  );
  return Object.fromEntries(entries);
}
