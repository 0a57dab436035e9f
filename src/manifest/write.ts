import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compareFiles, generateFiles } from "./generate.ts";
import { readManifest } from "./read-manifest.ts";

// `npm run manifest`: writes what follows from app.json, and removes the metadata of what it no longer names.
const folder = fileURLToPath(new URL("../..", import.meta.url));
const manifest = await readManifest(folder);
const files = generateFiles(manifest);
const { stale, orphaned } = await compareFiles(manifest, folder);
for (const name of stale) {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), files.get(name) ?? "");
}
for (const name of orphaned) await rm(path.join(folder, name));
const said = [...stale.map((name) => `written  ${name}`), ...orphaned.map((name) => `removed  ${name}`)];
process.stdout.write(`${said.join("\n") || "Everything agrees with app.json."}\n`);
