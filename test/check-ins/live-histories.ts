import { deepEqual } from "node:assert/strict";
import * as fc from "fast-check";
import { anyHappening, happen } from "./happenings.ts";
import { openHistory, settle, whatIs, whatShouldBe } from "./history.ts";

/** Lives through so many histories; ends with an error that shows the shortest one that goes wrong, and its seed. */
const numRuns = Number(process.argv[2]);

/** Ahead of clocks going back, of a year's end, of clocks going forward, of a leap day, of both Eids. */
const starts = fc.constantFrom("2026-10-20", "2026-12-20", "2027-02-25", "2028-02-20", "2026-03-01" as const);
const histories = fc.array(anyHappening, { minLength: 1, maxLength: 30 });

fc.assert(
  fc.property(starts, fc.boolean(), histories, (start, counts, happenings) => {
    const history = openHistory(start, counts);
    settle(history);
    for (const happening of happenings) {
      happen(history, happening);
      settle(history);
      deepEqual(whatIs(history), whatShouldBe(history), `after “${happening.what}” on ${history.world.today}`);
    }
  }),
  { numRuns, includeErrorInReport: true },
);
console.log(`${numRuns} histories`);
