import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const root = join(import.meta.dirname, "..");
const page = readFileSync(join(root, "docs/coverage.md"), "utf8");
const named = [...page.matchAll(/`(test\/[^`]+)` › "([^|]+)" *\|/g)].map(([, file, title]) => [file!, title!] as const);

test("every row of the table names a test", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && !/^\| (item|---)/.test(line));
  expect(rows.length).toBeGreaterThan(30);
  expect(named).toHaveLength(rows.length);
});

test.each(named)("%s proves: %s", (file, title) => {
  const text = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
  expect(text).toContain(title);
});
