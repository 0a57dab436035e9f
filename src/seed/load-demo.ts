import { readFile } from "node:fs/promises";
import type { Call } from "./call.ts";
import { importFiles, type ImportResult } from "./import-files.ts";

const files = ["companies.csv", "contacts.csv", "deals.csv", "tickets.csv"];

/** Loads the demo portal as it was before Keyline came, by the same way as a newcomer's files. */
export async function loadDemo(call: Call): Promise<ImportResult> {
  const texts = await Promise.all(
    files.map(async (name) => ({ name, text: await readFile(new URL(`demo/${name}`, import.meta.url), "utf8") })),
  );
  const lines: string[] = [];
  const result = await importFiles(call, texts, (line) => lines.push(line));
  if (result.skipped.length > 0) throw new Error(`The demo's own files have bad rows: ${lines.join("\n")}`);
  return result;
}
