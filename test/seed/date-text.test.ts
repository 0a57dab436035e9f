import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { dayPlaceOf, readDate, readMoment } from "../../src/seed/date-text.ts";

test.each([
  ["2026-03-14 10:22", undefined, "2026-03-14"],
  ["2026-03-14", undefined, "2026-03-14"],
  ["2026/3/4", undefined, "2026-03-04"],
  ["2026-03-14T10:22:00.000Z", undefined, "2026-03-14"],
  ["14.3.2026", "first", "2026-03-14"],
  ["3/14/2026", "second", "2026-03-14"],
  ["٢٠٢٦-٠٣-١٤", undefined, "2026-03-14"],
] as const)("%s is the date %s %s", (text, place, date) => {
  expect(readDate(text, place)).toBe(date);
});

test.each(["soon", "2026-02-30", "2026-13-01", "2026-03-14 25:00", "14", ""])("'%s' is no date", (text) => {
  expect(readDate(text, "first")).toBeUndefined();
});

test("03/04/2026 is nothing until its column tells which is the day", () => {
  expect(readDate("03/04/2026", dayPlaceOf(["03/04/2026"]))).toBeUndefined();
  expect(readDate("03/04/2026", dayPlaceOf(["03/04/2026", "25/04/2026"]))).toBe("2026-04-03");
  expect(readDate("03/04/2026", dayPlaceOf(["03/04/2026", "04/25/2026"]))).toBe("2026-03-04");
});

test.each([
  ["2026-03-14 10:22", "Asia/Riyadh", "2026-03-14T07:22:00.000Z"],
  ["2026-03-14", "Asia/Riyadh", "2026-03-13T21:00:00.000Z"],
  ["2026-07-14 10:22", "Europe/Berlin", "2026-07-14T08:22:00.000Z"],
  ["2026-01-14 10:22", "Europe/Berlin", "2026-01-14T09:22:00.000Z"],
  ["2026-03-14T10:22:00+05:30", "Asia/Riyadh", "2026-03-14T04:52:00.000Z"],
  ["2026-03-14T10:22:00Z", "Asia/Riyadh", "2026-03-14T10:22:00.000Z"],
])("%s on the clock of %s is %s", (text, zone, moment) => {
  expect(readMoment(text, undefined, zone)).toBe(moment);
});

test("a moment written as the export writes it comes back as the same wall time, in every zone", () => {
  const zones = ["Asia/Riyadh", "Africa/Cairo", "Europe/Berlin", "America/New_York", "Asia/Kolkata"];
  const minutes = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, timeZone) => {
      const moment = new Date(minute * 60_000);
      const exported = (each: Date) =>
        each.toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
      const read = new Date(readMoment(exported(moment), undefined, timeZone)!);
      return exported(read) === exported(moment);
    }),
  );
});
