import { describe, expect, test } from "@jest/globals";
import { dateIn, isoWeekOf, momentAt, startOfDay, weekStart, type PlainDate } from "@keyline/domain";

describe("the due moment on the portal's clock", () => {
  test.each<[string, PlainDate, string, string, string]>([
    ["Riyadh has no summer time", "2026-07-01", "09:00", "Asia/Riyadh", "2026-07-01T06:00:00.000Z"],
    ["Cairo in winter", "2026-04-23", "09:00", "Africa/Cairo", "2026-04-23T07:00:00.000Z"],
    ["Cairo in summer", "2026-04-24", "09:00", "Africa/Cairo", "2026-04-24T06:00:00.000Z"],
    ["New York before the change", "2026-03-07", "09:00", "America/New_York", "2026-03-07T14:00:00.000Z"],
    ["New York after the change", "2026-03-08", "09:00", "America/New_York", "2026-03-08T13:00:00.000Z"],
    ["a time that the clock jumps over", "2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
    ["a time that comes twice is the first", "2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["a leap day", "2028-02-29", "09:00", "Asia/Riyadh", "2028-02-29T06:00:00.000Z"],
  ])("%s", (_title, date, time, zone, moment) => {
    expect(momentAt(date, time, zone).toISOString()).toBe(moment);
  });
});

test("a day that starts at one o'clock, because midnight was jumped over", () => {
  expect(startOfDay("2026-04-24", "Africa/Cairo").toISOString()).toBe("2026-04-23T22:00:00.000Z");
});

test("New Year comes to Riyadh before it comes to New York", () => {
  const moment = new Date("2026-12-31T22:00:00Z");
  expect([dateIn("Asia/Riyadh", moment), dateIn("America/New_York", moment)]).toEqual(["2027-01-01", "2026-12-31"]);
});

describe("weeks", () => {
  test.each<[PlainDate, "sunday" | "monday" | "saturday", PlainDate]>([
    ["2026-11-24", "sunday", "2026-11-22"],
    ["2026-11-24", "monday", "2026-11-23"],
    ["2026-11-24", "saturday", "2026-11-21"],
    ["2027-01-01", "sunday", "2026-12-27"],
    ["2026-11-22", "sunday", "2026-11-22"],
  ])("%s, weeks from %s", (date, firstDay, start) => {
    expect(weekStart(date, firstDay)).toBe(start);
  });

  test("ISO weeks belong to the year of their Thursday", () => {
    expect([isoWeekOf("2026-12-31"), isoWeekOf("2027-01-03"), isoWeekOf("2027-01-04")]).toEqual([
      "2026-W53",
      "2026-W53",
      "2027-W01",
    ]);
  });
});
