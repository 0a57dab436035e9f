import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

/** In a process of its own: inside the test runner every global is looked up through its sandbox, three times slower. */
function run(script: string, ...args: string[]): string {
  const command = ["--import", "tsx", join(import.meta.dirname, script), ...args];
  return execFileSync(process.execPath, command, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

test("whatever people do, whatever crashes: everybody has the tasks they should have, and a pass done again does nothing", () => {
  expect(run("live-histories.ts", "300")).toBe("300 histories");
}, 120_000);

test("a year of two hundred accounts takes less than ten seconds, and nobody is forgotten", () => {
  const { ms, doubled, held } = JSON.parse(run("simulate-year.ts")) as {
    ms: number;
    doubled: number;
    held: { perYear: number; isNeglected: boolean; count: number }[];
  };
  expect(ms).toBeLessThan(10_000);
  expect(doubled).toBe(0);
  expect(held).toHaveLength(200);
  for (const { perYear, isNeglected, count } of held) {
    expect(count).toBeGreaterThanOrEqual(isNeglected ? 0 : perYear * 0.75);
    expect(count).toBeLessThanOrEqual(isNeglected ? 0 : perYear + 1);
  }
}, 120_000);
