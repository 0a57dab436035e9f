import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { decimalMarkOf, readNumber } from "../../src/seed/number-text.ts";

test.each([
  ["1,234,567.89", ".", "1234567.89"],
  ["1.234.567,89", ",", "1234567.89"],
  ["1 234 567", ".", "1234567"],
  ["1'234", ".", "1234"],
  ["12.5%", ".", "12.5"],
  ["SAR 1,200", ".", "1200"],
  ["1,200 ر.س", ".", "1200"],
  ["€ 99,50", ",", "99.50"],
  ["(45)", ".", "-45"],
  ["−3", ".", "-3"],
  ["١٬٢٣٤٫٥", ".", "1234.5"],
  ["007", ".", "7"],
] as const)("%s with decimal mark %s is %s", (text, mark, number) => {
  expect(readNumber(text, mark)).toBe(number);
});

test.each(["", "soon", "5 apples", "1,23,4", "1.2.3", "--5", "1e5"])("'%s' is no number", (text) => {
  expect(readNumber(text, ".")).toBeUndefined();
});

test.each([
  [["1.234,5"], ",", ","],
  [["0,75", "1,234"], ",", ","],
  [["1,234,567"], ";", "."],
  [["1,234"], ",", "."],
  [["1,234"], ";", ","],
  [["120000.50"], ";", "."],
] as const)("a column of %j in a file separated by %s writes decimals with %s", (texts, separator, mark) => {
  expect(decimalMarkOf(texts, separator)).toBe(mark);
});

test("a number written in any locale's groups is the number", () => {
  const locales = [
    ["en-US", "."],
    ["de-DE", ","],
    ["de-CH", "."],
    ["fr-FR", ","],
    ["ar-EG", "."],
  ] as const;
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...locales), (cents, [locale, mark]) => {
      const amount = cents / 100;
      const text = amount.toLocaleString(locale, { minimumFractionDigits: 2 });
      return Number(readNumber(text.replaceAll("’", "'"), mark)) === amount;
    }),
  );
});
