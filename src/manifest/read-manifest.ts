import { readFile } from "node:fs/promises";
import path from "node:path";
import { Problem } from "@keyline/domain";
import { manifestSchema, type Manifest } from "./schema.ts";

/**
 * Reads `app.json` from the project's top folder.
 * @throws Problem `invalid-input` that lists every fault by its path
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const read = manifestSchema.safeParse(JSON.parse(await readFile(path.join(folder, "app.json"), "utf8")));
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path: where, message }) => ({ path: where.join("."), message }));
  const list = fields.map((field) => `${field.path}: ${field.message}`).join("\n");
  throw new Problem("invalid-input", `app.json does not read:\n${list}`, { fields, cause: read.error });
}
