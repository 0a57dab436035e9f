import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { hsMetaFiles } from "./hsmeta.ts";
import type { Manifest } from "./schema.ts";

/** Every file that follows from the manifest, by its path below the project's top folder, with its whole text. */
export function generateFiles(manifest: Manifest): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, meta] of hsMetaFiles(manifest))
    files.set(`extensions/${name}`, `${JSON.stringify(meta, null, 2)}\n`);
  files.set("extensions/ui/backend-url.ts", backendUrlModule(manifest.backendUrl));
  return files;
}

/** What on disk differs from the manifest: files to write, and `*-hsmeta.json` that nothing in it names any more. */
export async function compareFiles(
  manifest: Manifest,
  folder: string,
): Promise<{ stale: string[]; orphaned: string[] }> {
  const wanted = generateFiles(manifest);
  const stale: string[] = [];
  for (const [name, text] of wanted) {
    const found = await readFile(path.join(folder, name), "utf8").catch(() => null);
    if (found !== text) stale.push(name);
  }
  const names = await readdir(path.join(folder, "extensions/app"), { recursive: true });
  const metas = names.filter((name) => name.endsWith("-hsmeta.json") && !name.includes("node_modules"));
  const orphaned = metas.map((name) => path.posix.join("extensions/app", name)).filter((name) => !wanted.has(name));
  return { stale, orphaned };
}

function backendUrlModule(backendUrl: string): string {
  return `// Written by \`npm run manifest\` from app.json.\n/** Where the backend answers; no slash at the end. */\nexport const backendUrl = ${JSON.stringify(backendUrl)};\n`;
}
