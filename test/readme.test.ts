import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { commands } from "../src/commands/index.ts";
import { coveredAsMarkdown } from "../src/sandbox/covered.ts";

const root = resolve(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

describe("the README", () => {
  test("shows what the sandbox covers", () => {
    const shown = /<!-- covered -->\n([\s\S]*?)\n<!-- \/covered -->/.exec(readme)?.[1];
    expect(shown).toBe(coveredAsMarkdown().trim());
  });

  test("names every command", () => {
    const missing = commands.filter(({ name }) => !readme.includes(`npx keyline ${name}`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test("names rooms and pictures that are there", () => {
    const named = [...readme.matchAll(/`((?:src|extensions)\/[a-z-]+)`|\((docs\/[^)]+)\)/g)].flatMap(
      ([, room, file]) => room ?? file ?? [],
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
