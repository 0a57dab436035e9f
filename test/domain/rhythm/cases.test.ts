import { describe, expect, test } from "@jest/globals";
import { parseRhythm, slotsBetween, type PlainDate, type RhythmName, tighten } from "@keyline/domain";

type Case = [title: string, name: RhythmName, rule: string, anchor: PlainDate, from: PlainDate, slots: string];

/** What a person expects: the next slots from a date, written as a calendar would show them. */
const table: Case[] = [
  // Week starts
  [
    "weekly from a Wednesday waits for Sunday",
    "weekly",
    "sunday",
    "2026-11-25",
    "2026-11-25",
    "2026-11-29 2026-12-06 2026-12-13",
  ],
  [
    "weekly without a rule keeps the anchor's weekday",
    "weekly",
    "",
    "2026-11-24",
    "2026-11-24",
    "2026-11-24 2026-12-01 2026-12-08",
  ],
  [
    "every two weeks counts from the anchor, not from today",
    "every_2_weeks",
    "monday",
    "2026-01-05",
    "2026-11-20",
    "2026-11-23 2026-12-07 2026-12-21",
  ],
  [
    "own: every 3 weeks on a Thursday",
    "own",
    "every 3 weeks thursday",
    "2026-11-26",
    "2026-11-26",
    "2026-11-26 2026-12-17 2027-01-07",
  ],
  // Year ends
  ["weekly across New Year", "weekly", "thursday", "2026-12-24", "2026-12-24", "2026-12-24 2026-12-31 2027-01-07"],
  [
    "monthly by date across New Year",
    "monthly",
    "day 31",
    "2026-10-31",
    "2026-11-01",
    "2026-11-30 2026-12-31 2027-01-31",
  ],
  [
    "first Sunday across New Year",
    "monthly",
    "first sunday",
    "2026-11-24",
    "2026-11-24",
    "2026-12-06 2027-01-03 2027-02-07",
  ],
  [
    "last Thursday across New Year",
    "monthly",
    "last thursday",
    "2026-11-24",
    "2026-11-24",
    "2026-11-26 2026-12-31 2027-01-28",
  ],
  // Month ends and leap days
  [
    "the 31st clamps and comes back",
    "monthly",
    "day 31",
    "2027-01-31",
    "2027-01-31",
    "2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31",
  ],
  ["the 31st in a leap year", "monthly", "day 31", "2028-01-31", "2028-01-31", "2028-01-31 2028-02-29 2028-03-31"],
  ["the 29th in common and leap years", "monthly", "day 29", "2027-01-29", "2027-02-01", "2027-02-28 2027-03-29"],
  [
    "anchored on a leap day, twice a year",
    "twice_a_year",
    "",
    "2028-02-29",
    "2028-02-29",
    "2028-02-29 2028-08-29 2029-02-28 2029-08-29",
  ],
  ["the last day of the month", "monthly", "day last", "2028-01-15", "2028-01-15", "2028-01-31 2028-02-29 2028-03-31"],
  [
    "every 10 days over a leap day",
    "own",
    "every 10 days",
    "2028-02-20",
    "2028-02-20",
    "2028-02-20 2028-03-01 2028-03-11",
  ],
  ["last Sunday of a leap February", "monthly", "last sunday", "2032-02-01", "2032-02-01", "2032-02-29 2032-03-28"],
  // Longer rhythms: the first one falls in the first month that still has its day
  [
    "quarterly, first Sunday already gone this month",
    "quarterly",
    "first sunday",
    "2026-11-24",
    "2026-11-24",
    "2026-12-06 2027-03-07 2027-06-06",
  ],
  [
    "every two months by date",
    "every_2_months",
    "day 15",
    "2026-11-24",
    "2026-11-24",
    "2026-12-15 2027-02-15 2027-04-15",
  ],
  [
    "own: every 5 months, second Tuesday",
    "own",
    "every 5 months second tuesday",
    "2026-11-01",
    "2026-11-01",
    "2026-11-10 2027-04-13 2027-09-14",
  ],
  // Seasons
  [
    "twice a year in March and September",
    "twice_a_year",
    "first sunday months 3,9",
    "2026-11-24",
    "2026-11-24",
    "2027-03-07 2027-09-05 2028-03-05",
  ],
  [
    "uneven months are named, not counted",
    "twice_a_year",
    "day 1 months 3,10",
    "2026-01-01",
    "2026-01-01",
    "2026-03-01 2026-10-01 2027-03-01",
  ],
  [
    "monthly in the season only",
    "monthly",
    "day 1; months 6, 7",
    "2026-01-01",
    "2026-01-01",
    "2026-06-01 2026-07-01 2027-06-01",
  ],
  [
    "weekly in the season only",
    "weekly",
    "months 3 sunday",
    "2026-11-24",
    "2026-11-24",
    "2027-03-07 2027-03-14 2027-03-21 2027-03-28 2028-03-05",
  ],
  // Clocks changing do not touch dates: Cairo springs forward on 24 April 2026, New York falls back on 1 November
  [
    "daily over a day of 23 hours",
    "own",
    "every 1 days",
    "2026-04-23",
    "2026-04-23",
    "2026-04-23 2026-04-24 2026-04-25",
  ],
  [
    "daily over a day of 25 hours",
    "own",
    "every 1 day",
    "2026-10-31",
    "2026-10-31",
    "2026-10-31 2026-11-01 2026-11-02",
  ],
];

describe("the next slots of a rhythm", () => {
  test.each(table)("%s", (_title, name, rule, anchor, from, slots) => {
    const expected = slots.split(" ");
    const rhythm = parseRhythm({ name, rule, anchor });
    expect(slotsBetween(rhythm, from, "2035-01-01").slice(0, expected.length)).toEqual(expected);
  });
});

type TightCase = [title: string, name: RhythmName, rule: string, factor: number, slots: string];

/** Anchored on 1 November 2026, tightened from 1 January 2027 to the notice date 31 March. */
const tightTable: TightCase[] = [
  [
    "monthly, first Sunday: also the third",
    "monthly",
    "first sunday",
    2,
    "2026-12-06 2027-01-03 2027-01-17 2027-02-07 2027-02-21 2027-03-07 2027-03-21 2027-04-04 2027-05-02",
  ],
  ["every two months: every month", "every_2_months", "day 15", 2, "2027-01-15 2027-02-15 2027-03-15 2027-05-15"],
  [
    "every two weeks: every week",
    "every_2_weeks",
    "sunday",
    2,
    "2026-12-13 2026-12-27 2027-01-03 2027-01-10 2027-01-17 2027-01-24 2027-01-31",
  ],
  [
    "weekly: between the Sundays",
    "weekly",
    "sunday",
    2,
    "2026-12-06 2026-12-13 2026-12-20 2026-12-27 2027-01-03 2027-01-07 2027-01-10 2027-01-14",
  ],
  ["quarterly, three times as often: monthly", "quarterly", "day 1", 3, "2027-01-01 2027-02-01 2027-03-01 2027-05-01"],
];

describe("tightened before a notice date", () => {
  test.each(tightTable)("%s", (_title, name, rule, factor, slots) => {
    const expected = slots.split(" ");
    const rhythm = parseRhythm({ name, rule, anchor: "2026-11-01" });
    const tight = tighten(rhythm, factor, { from: "2027-01-01", until: "2027-03-31" });
    expect(slotsBetween(tight, "2026-12-01", "2027-12-31").slice(0, expected.length)).toEqual(expected);
  });
});
