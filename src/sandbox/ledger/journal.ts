import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** One transaction: collection, key and the new value (null: deleted). */
export type JournalLine = [collection: string, key: string, value: unknown][];

/** An append-only file of transactions, one JSON line each. */
export interface Journal {
  lines(): JournalLine[];
  /** Hands the line to the operating system before it returns: a killed process loses nothing that it answered for. */
  append(line: JournalLine): void;
  /** Replaces the file by this state, a few thousand entries a line, in one rename. */
  rewrite(state: JournalLine): void;
  close(): void;
}

const ENTRIES_A_LINE = 2000;

/** Opens or creates the file. A torn last line belongs to a request that was never answered, and is dropped. */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true });
  let handle = openSync(file, "a");
  return {
    lines: () => (existsSync(file) ? parse(readFileSync(file, "utf8")) : []),
    append: (line) => writeWhole(handle, `${JSON.stringify(line)}\n`),
    rewrite(state) {
      const fresh = `${file}.new`;
      const target = openSync(fresh, "w");
      for (let at = 0; at < state.length; at += ENTRIES_A_LINE) {
        writeWhole(target, `${JSON.stringify(state.slice(at, at + ENTRIES_A_LINE))}\n`);
      }
      fsyncSync(target);
      closeSync(target);
      closeSync(handle);
      renameSync(fresh, file);
      handle = openSync(file, "a");
    },
    close: () => closeSync(handle),
  };
}

function writeWhole(handle: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
}

function parse(text: string): JournalLine[] {
  const lines = text.split("\n");
  const torn = lines.pop();
  const parsed = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as JournalLine);
  if (torn) {
    try {
      parsed.push(JSON.parse(torn) as JournalLine);
    } catch {
      // Torn by a crash in the middle of the write: its request got no answer.
    }
  }
  return parsed;
}
