import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { anyHappening, happen } from "./happenings.ts";
import { openHistory, settle, tasksThatAre, tasksThatShouldBe } from "./history.ts";

/** Ahead of clocks going back, of a year's end, of clocks going forward, of a leap day, of both Eids. */
const starts = fc.constantFrom("2026-10-20", "2026-12-20", "2027-02-25", "2028-02-20", "2026-03-01" as const);
const histories = fc.array(anyHappening, { minLength: 1, maxLength: 25 });

test("whatever people do, whatever crashes: everybody has the tasks they should have, and a pass done again does nothing", () => {
  fc.assert(
    fc.property(starts, fc.boolean(), histories, (start, counts, happenings) => {
      const history = openHistory(start, counts);
      settle(history);
      for (const happening of happenings) {
        happen(history, happening);
        settle(history);
        expect(tasksThatAre(history)).toEqual(tasksThatShouldBe(history));
      }
    }),
    { numRuns: 150 },
  );
});

test("a year of two hundred accounts takes less than ten seconds, and nobody is forgotten", () => {
  // In a process of its own: inside the test runner every global is looked up through its sandbox, three times slower.
  const script = join(import.meta.dirname, "simulate-year.ts");
  const { ms, doubled, held } = JSON.parse(
    execFileSync(process.execPath, ["--import", "tsx", script], { encoding: "utf8" }),
  ) as {
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
