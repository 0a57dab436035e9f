import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  addDays,
  addMonths,
  dateFrom,
  daysBetween,
  earliestDate,
  isPlainDate,
  latestDate,
  weekdayOf,
  weekdays,
  type PlainDate,
} from "@keyline/domain";

const dates = fc.integer({ min: -30_000, max: 60_000 }).map((days) => addDays("1970-01-01", days));

test("dates agree with Temporal, day for day", () => {
  fc.assert(
    fc.property(
      dates,
      fc.integer({ min: -5000, max: 5000 }),
      fc.integer({ min: -40, max: 40 }),
      (date, days, months) => {
        const temporal = Temporal.PlainDate.from(date);
        expect(addDays(date, days)).toBe(temporal.add({ days }).toString());
        expect(addMonths(date, months)).toBe(temporal.add({ months }).toString());
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekdays.values.indexOf(weekdayOf(date))).toBe(temporal.dayOfWeek % 7);
      },
    ),
  );
});

test("of several dates the earliest and the latest, of none neither", () => {
  expect([earliestDate([]), latestDate([])]).toEqual([null, null]);
  const some: PlainDate[] = ["2027-01-03", "2026-12-31", "2027-01-04", "2027-01-03"];
  expect([earliestDate(some), latestDate(some)]).toEqual(["2026-12-31", "2027-01-04"]);
});

test.each(["2026-02-29", "2026-13-01", "2026-1-1", "2026-11-24T00:00:00Z", "2026-04-31", "", 20261124, null])(
  "%p is no date",
  (value) => {
    expect(isPlainDate(value)).toBe(false);
  },
);

test("leap days are dates in leap years, and the 31st of a short month is its last day", () => {
  expect([isPlainDate("2028-02-29"), isPlainDate("2100-02-29")]).toEqual([true, false]);
  expect([dateFrom(2026, 2, 31), dateFrom(2028, 2, 31), dateFrom(2026, 12, 31)]).toEqual([
    "2026-02-28",
    "2028-02-29",
    "2026-12-31",
  ]);
});
