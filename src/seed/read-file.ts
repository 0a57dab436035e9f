import { readColumns, type Column } from "./columns.ts";
import { namesOf, readDraft, type Draft } from "./draft.ts";
import { kindOf, type Kind } from "./kinds.ts";
import { definitionsOf, type Portal } from "./portal.ts";
import { readTable, type SourceFile } from "./read-table.ts";

/** A row that was not loaded, and why. The header is line 1. */
export interface SkippedRow {
  file: string;
  line: number;
  reason: string;
}

export interface ReadFile {
  /** Undefined when nothing says what the file holds. */
  kind: Kind | undefined;
  columns: Column[];
  drafts: Draft[];
  /** What is wrong with a draft; it stays in the list so that rows which belong to it can be told. */
  problems: Map<Draft, string>;
  /** Rows that did not even become a draft. */
  skipped: SkippedRow[];
}

/** Reads one file against the portal's properties. Writes nothing. */
export async function readFile(
  portal: Portal,
  file: SourceFile,
  seen: Seen,
  report: (line: string) => void,
): Promise<ReadFile> {
  const table = readTable(file.text);
  const kind = kindOf(file.name, table.headers, portal.kinds);
  const read: ReadFile = { kind, columns: [], drafts: [], problems: new Map(), skipped: [] };
  if (!kind) {
    const reason = "neither the file's name nor its columns say what it holds";
    return { ...read, skipped: [{ file: file.name, line: 1, reason }] };
  }
  if (file.text.includes("\uFFFD")) report(`${file.name}: some letters cannot be read; save it as "CSV UTF-8"`);
  read.columns = readColumns(table, kind, await definitionsOf(portal, kind.type), portal.kinds);
  for (const column of read.columns) {
    if (column.is === "left-out" && column.why) {
      report(`${file.name}: column '${column.header}' left out: ${column.why}`);
    }
  }
  for (const { line, reason } of table.unreadable) read.skipped.push({ file: file.name, line, reason });
  for (const row of table.rows) {
    const { draft, problems } = readDraft(file.name, row, kind, read.columns, portal.timeZone);
    const twin = twinOf(draft, seen);
    if (twin !== undefined) {
      read.skipped.push({ file: file.name, line: row.line, reason: `it is the same ${kind.one} as ${twin}` });
      continue;
    }
    read.drafts.push(draft);
    if (problems.length > 0) read.problems.set(draft, problems.join("; "));
  }
  return read;
}

/** Where each record of all files stands, by its key. */
export type Seen = Map<string, { file: string; line: number }>;

/**
 * The place of an earlier row that is the same record: the same Record ID, or the same email of a contact. Deals and
 * other records without Record ID may look the same and be two: the second gets a key of its own.
 */
function twinOf(draft: Draft, seen: Seen): string | undefined {
  const { kind, file, line } = draft;
  const place = (key: string) => `${kind.type}/${key}`;
  const isOne = kind.type === "companies" || kind.type === "contacts" || !draft.key.startsWith("row:");
  if (!isOne) {
    const base = draft.key;
    for (let copy = 2; seen.has(place(draft.key)); copy += 1) draft.key = `${base}#${copy}`;
  }
  const email = kind.type === "contacts" ? namesOf(draft).find((name) => name.includes("@")) : undefined;
  const keys = [draft.key, ...(email === undefined ? [] : [`email:${email}`])].map(place);
  const twin = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
  if (twin) return twin.file === file ? `line ${twin.line}` : `${twin.file} line ${twin.line}`;
  for (const key of keys) seen.set(key, { file, line });
  return undefined;
}
