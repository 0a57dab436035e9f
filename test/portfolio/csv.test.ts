import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { csvOf, type Cell } from "../../src/portfolio/csv.ts";

const read = (text: string) => parse(text, { bom: true, relax_column_count: true });

test("starts with the mark by which spreadsheets know UTF-8, lines end as they expect", () => {
  expect(csvOf([["الحساب", 1.5, null]])).toBe("\ufeffالحساب,1.5,\r\n");
});

describe("what a spreadsheet would run as a formula is kept as text", () => {
  test.each(["=1+1", "+966 11", "-2", "@sum", "\t=1", " =1", "\r=1", "＝1", "\u200f=1", '=HYPERLINK("http://x","y")'])(
    "%j",
    (text) => expect(read(csvOf([[text]]))[0]?.[0]).toBe(`'${text}`),
  );

  test.each<[Cell, string]>([
    [-8, "-8"],
    ["a=b", "a=b"],
    ["Smith & Sons, 'Best'", "Smith & Sons, 'Best'"],
    ["2026-11-22", "2026-11-22"],
  ])("and nothing else: %j", (cell, text) => expect(read(csvOf([[cell]]))[0]?.[0]).toBe(text));
});

test("whatever people write comes back as it was, in its own cell", () => {
  const anyText = fc
    .string({ unit: "grapheme" })
    .filter((text) => !/^[\s\u200e\u200f\u2066-\u2069=+\-@＝＋－＠]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.array(anyText, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const kept = rows.map((row) => ["x", ...row]);
      expect(read(csvOf(kept))).toEqual(kept);
    }),
  );
});
