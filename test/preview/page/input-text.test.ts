import { describe, expect, test } from "@jest/globals";
import { addDays, dayOf, formatDay, isoOf, parseDay } from "../../../src/preview/page/components/day-text.ts";
import { formatNumber, parseNumber } from "../../../src/preview/page/components/number-text.ts";

describe("numbers as people type them", () => {
  test.each([
    ["1,240,000.5", 1_240_000.5],
    ["٩٠٬٠٠٠", 90_000],
    ["١٫٥", 1.5],
    [" 7 ", 7],
    ["-3", -3],
  ])("%s", (text, value) => expect(parseNumber(text)).toBe(value));

  test.each(["", "abc", "1.2.3"])("%j is none", (text) => expect(parseNumber(text)).toBeNull());

  test("what is shown in Arabic reads back", () => {
    expect(parseNumber(formatNumber(1_240_000.5, "ar-SA"))).toBe(1_240_000.5);
  });
});

describe("days", () => {
  const day = { year: 2026, month: 10, date: 29 };

  test("months count from 0 on HubSpot's side, from 1 on people's", () => {
    expect(isoOf(day)).toBe("2026-11-29");
    expect(parseDay("2026-11-29")).toEqual(day);
  });

  test("what is shown reads back", () => expect(parseDay(formatDay(day, "en-US"))).toEqual(day));

  test("Arabic shows the Gregorian calendar too", () => expect(formatDay(day, "ar-SA", "long")).toContain("نوفمبر"));

  test("what is no day is none", () => expect(parseDay("soon")).toBeNull());

  test("today is the portal's day, not the machine's", () => {
    expect(isoOf(dayOf(new Date("2026-11-28T22:00:00Z"), "Asia/Riyadh"))).toBe("2026-11-29");
  });

  test("days go on into the next month", () => expect(isoOf(addDays(day, 2))).toBe("2026-12-01"));
});
