import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { en, frameTexts, type Texts } from "@keyline/ui";
import { discoverCards } from "../../src/preview/cards/index.ts";

const extensions = fileURLToPath(new URL("../../extensions", import.meta.url));
const ui = path.join(extensions, "ui/index.ts");
const { cards } = await discoverCards(extensions);
const keys = Object.keys(en);

// A bundle holds the parts of the catalogue that its surface brings: a text of another part would be missing.
describe.each(cards)("$uid", ({ entryFile }) => {
  const said = saidFrom(entryFile);

  test("brings every text that it says", async () => {
    const brought = new Set([
      ...Object.keys(frameTexts.en),
      ...(await broughtBy(entryFile)).flatMap(({ en }) => Object.keys(en)),
    ]);
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((key) => !brought.has(key))).toEqual([]);
  });

  test("brings no part of which it says nothing", async () => {
    const idle = (await broughtBy(entryFile)).filter(({ en }) => !Object.keys(en).some((key) => said.includes(key)));
    expect(idle).toEqual([]);
  });
});

async function broughtBy(entryFile: string): Promise<readonly Texts[]> {
  const surface = (await import(entryFile)) as { texts: readonly Texts[] }; // oxlint-disable-line typescript/no-unsafe-type-assertion -- every surface exports them
  return surface.texts;
}

/** The keys that stand, quoted, in a surface's file and in all that it imports of ours. */
function saidFrom(entryFile: string): string[] {
  const sources = [...filesFrom(entryFile)].map((file) =>
    readFileSync(file, "utf8").replaceAll(/\/\*\*[^]*?\*\/|\/\/.*/g, ""),
  );
  return keys.filter((key) => sources.some((source) => source.includes(`"${key}"`)));
}

/** A file and all that it imports of the extensions; of a folder's index only the files whose names are imported. */
function filesFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || file.includes("/strings/")) return seen;
  seen.add(file);
  for (const [, names = "", from = ""] of readFileSync(file, "utf8").matchAll(/^import \{([^}]*)\} from "([^"]+)"/gm)) {
    const imported = from === "@keyline/ui" ? ui : from.startsWith(".") ? path.resolve(path.dirname(file), from) : null;
    if (imported === null) continue;
    const files = imported.endsWith("/index.ts") ? valuesOf(names).map((name) => exporter(imported, name)) : [imported];
    for (const found of files) {
      if (found === null) throw new Error(`${file} imports a name that ${imported} does not export.`);
      filesFrom(found, seen);
    }
  }
  return seen;
}

/** The file that an index takes a name from, through the indexes below it. */
function exporter(index: string, name: string): string | null {
  for (const [, names, from = ""] of readFileSync(index, "utf8").matchAll(
    /^export (?:\{([^}]*)\}|\*) from "([^"]+)"/gm,
  )) {
    const file = path.resolve(path.dirname(index), from);
    if (names !== undefined && valuesOf(names).includes(name)) return file;
    const below = names === undefined ? exporter(file, name) : null;
    if (below !== null) return below;
  }
  return null;
}

/** The names of an import or export in braces, without types. */
function valuesOf(names: string): string[] {
  const each = names.split(",").map((name) => name.trim());
  return each.filter((name) => name !== "" && !name.startsWith("type "));
}
