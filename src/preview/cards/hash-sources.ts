import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import path from "node:path";

/**
 * A hash of everything that can change a bundle: the project, the domain that cards share with the backend, and the
 * versions of all packages.
 */
export async function hashSources(projectFolder: string): Promise<string> {
  const root = await nearestLockFile(projectFolder);
  const sources = [projectFolder, path.join(root, "extensions/ui"), path.join(root, "src/domain")];
  const files = (await Promise.all(sources.map(filesUnder))).flat();
  const hash = createHash("sha256");
  for (const file of [...new Set(files), path.join(root, "package-lock.json")].sort()) {
    hash
      .update(path.relative(root, file))
      .update("\0")
      .update(await readFile(file))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 20);
}

async function nearestLockFile(folder: string): Promise<string> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(path.join(at, "package-lock.json")).catch(() => null);
    if (found || at === path.dirname(at)) return at;
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries
    .filter((entry) => entry.name !== "node_modules")
    .map(async (entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(file) : [file];
    });
  return (await Promise.all(found)).flat();
}
