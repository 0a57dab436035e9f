import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { fromMinor, majorOf, minorOf, percentOf, toMinor } from "@keyline/domain";

describe("an amount as HubSpot writes it, in minor units", () => {
  test.each<[string, string, number | undefined]>([
    ["1250.5", "SAR", 125_050],
    ["1250", "SAR", 125_000],
    ["0.1", "USD", 10],
    ["1.005", "USD", 101],
    ["-1.005", "USD", -101],
    ["1.004999999", "USD", 100],
    [".5", "USD", 50],
    ["5.", "USD", 500],
    ["-0.001", "USD", 0],
    ["1.2E7", "SAR", 1_200_000_000],
    ["125e-1", "SAR", 1250],
    ["1499.5", "JPY", 1500],
    ["12.3456", "KWD", 12_346],
    ["12.3456", "kwd", 12_346],
    ["90071992547409.91", "SAR", 9_007_199_254_740_991],
    ["90071992547409.92", "SAR", undefined],
    ["", "SAR", undefined],
    [".", "SAR", undefined],
    ["12,5", "SAR", undefined],
    ["twelve", "SAR", undefined],
  ])("%s %s", (text, currency, minor) => {
    expect(toMinor(text, currency)).toBe(minor);
  });
});

test("minor units come back as they went, in every currency", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom("SAR", "JPY", "KWD", "CLF"), (minor, currency) => {
      expect(toMinor(fromMinor(minor, currency), currency)).toBe(minor);
    }),
  );
});

test("amounts under one unit keep their zeros", () => {
  expect([fromMinor(5, "SAR"), fromMinor(-5, "KWD"), fromMinor(0, "SAR"), fromMinor(12, "JPY")]).toEqual([
    "0.05",
    "-0.005",
    "0.00",
    "12",
  ]);
});

test("a sum of minor units is exact where a sum of floats is not", () => {
  const amounts = Array.from({ length: 10 }, () => "0.1");
  expect(amounts.reduce((sum, amount) => sum + (toMinor(amount, "SAR") ?? Number.NaN), 0)).toBe(100);
  expect([majorOf(100, "SAR"), minorOf(0.1, "SAR")]).toEqual([1, 10]);
});

test("attainment is in percent to one digit, and there is none without a target", () => {
  expect([percentOf(310, 400), percentOf(1, 3), percentOf(5, 0), percentOf(-5, 10)]).toEqual([77.5, 33.3, null, -50]);
});
