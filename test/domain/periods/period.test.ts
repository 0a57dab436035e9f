import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  addDays,
  containsMoment,
  describePeriod,
  elapsedShare,
  momentsOf,
  nextPeriod,
  parsePeriod,
  periodKinds,
  periodOf,
  periodsUpTo,
  previousPeriod,
  Problem,
  stageOf,
} from "@keyline/domain";

const dates = fc.integer({ min: 0, max: 7000 }).map((days) => addDays("2020-01-01", days));
const kinds = fc.constantFrom(...periodKinds.values);
const startMonths = fc.integer({ min: 1, max: 12 });

describe("a key and the dates it means", () => {
  test.each<[string, number, string, string]>([
    ["2026-11", 1, "2026-11-01", "2026-11-30"],
    ["2028-02", 1, "2028-02-01", "2028-02-29"],
    ["2026-Q4", 1, "2026-10-01", "2026-12-31"],
    ["2026", 1, "2026-01-01", "2026-12-31"],
    ["2026", 4, "2025-04-01", "2026-03-31"],
    ["2026-Q1", 4, "2025-04-01", "2025-06-30"],
    ["2026-Q4", 4, "2026-01-01", "2026-03-31"],
    ["2026-Q2", 12, "2026-03-01", "2026-05-31"],
    ["2026-11", 7, "2026-11-01", "2026-11-30"],
  ])("%s, years from month %d", (key, startMonth, startsOn, endsOn) => {
    expect(parsePeriod(key, startMonth)).toMatchObject({ key, startsOn, endsOn });
  });

  test.each(["2026-13", "2026-Q5", "26", "2026-1", "", "2026-Q", "November"])("%s is none", (key) => {
    expect(() => parsePeriod(key)).toThrow(Problem);
  });
});

test("a period is read back from its key", () => {
  fc.assert(
    fc.property(kinds, dates, startMonths, (kind, date, startMonth) => {
      const period = periodOf(kind, date, startMonth);
      expect(parsePeriod(period.key, startMonth)).toEqual(period);
      expect(date >= period.startsOn && date <= period.endsOn).toBe(true);
    }),
  );
});

test("periods follow each other without a gap, and the one after the one before is the same", () => {
  fc.assert(
    fc.property(kinds, dates, startMonths, (kind, date, startMonth) => {
      const period = periodOf(kind, date, startMonth);
      expect(addDays(previousPeriod(period).endsOn, 1)).toBe(period.startsOn);
      expect(nextPeriod(previousPeriod(period))).toEqual(period);
    }),
  );
});

test("a chart's periods end with this one", () => {
  expect(periodsUpTo(parsePeriod("2026-Q1"), 3).map(({ key }) => key)).toEqual(["2025-Q3", "2025-Q4", "2026-Q1"]);
});

test("the last evening of December in New York is January in Riyadh", () => {
  const moment = new Date("2026-12-31T21:30:00Z");
  expect(containsMoment(parsePeriod("2026-12"), moment, "America/New_York")).toBe(true);
  expect(containsMoment(parsePeriod("2026-12"), moment, "Asia/Riyadh")).toBe(false);
});

test("the moments of a month follow its clock, whose change makes it an hour shorter", () => {
  const { from, until } = momentsOf(parsePeriod("2026-03"), "America/New_York");
  expect([from.toISOString(), until.toISOString()]).toEqual(["2026-03-01T05:00:00.000Z", "2026-04-01T04:00:00.000Z"]);
});

test("half of a year is over in the evening of 1 July, nothing before it and all after it", () => {
  const year = parsePeriod("2026");
  expect(elapsedShare(year, "2026-07-01")).toBeCloseTo(182 / 365, 5);
  expect([elapsedShare(year, "2025-12-31"), elapsedShare(year, "2027-05-01")]).toEqual([0, 1]);
  expect(["2025-12-31", "2026-12-31", "2027-01-01"].map((day) => stageOf(year, day as "2026-01-01"))).toEqual([
    "ahead",
    "running",
    "over",
  ]);
});

test("periods in a person's words", () => {
  expect(["2026-11", "2026-Q4", "2026"].map(inBothLanguages)).toEqual([
    ["November 2026", "نوفمبر ٢٠٢٦"],
    ["Q4 2026", "الربع الرابع ٢٠٢٦"],
    ["2026", "٢٠٢٦"],
  ]);
});

function inBothLanguages(key: string): string[] {
  return [describePeriod(parsePeriod(key), "en"), describePeriod(parsePeriod(key), "ar")];
}
