import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { readTable } from "../../src/seed/read-table.ts";

test("reads what any spreadsheet writes: byte order mark, line endings, quoted breaks, quotes in quotes", () => {
  const table = readTable('\uFEFFName,Note\r\n"Najd ""Foods""","two\r\nlines"\r\nعربي,x\r\n');
  expect(table.headers).toEqual(["Name", "Note"]);
  expect(table.rows.map((row) => row.cells)).toEqual([
    ['Najd "Foods"', "two\nlines"],
    ["عربي", "x"],
  ]);
});

test.each([
  ["comma", "a,b;b\n1,2", ["a", "b;b"]],
  ["semicolon", 'a;b,"b";c\n1;2;3', ["a", 'b,"b"', "c"]],
  ["tab", "a\tb\n1\t2", ["a", "b"]],
])("finds out that the separator is a %s", (_name, text, headers) => {
  expect(readTable(text).headers).toEqual(headers);
});

test("counts lines as an editor does, over quoted breaks and empty lines", () => {
  const table = readTable('Name,Note\nA,"one\ntwo"\n\n\nB,x\n');
  expect(table.rows.map((row) => row.line)).toEqual([2, 6]);
});

test("a quote that does not close costs its own row only", () => {
  const table = readTable('Name,Note\nA,1\nB,"open\nC,3\nD,4\n');
  expect(table.rows.map((row) => row.cells[0])).toEqual(["A", "C", "D"]);
  expect(table.unreadable).toEqual([{ line: 3, reason: "its quotes do not match" }]);
});

test("a row with a column too few or too many is unreadable; empty cells behind are nothing", () => {
  const table = readTable("a,b\n1\n1,2,3\n1,2,,\n");
  expect(table.unreadable.map((row) => row.line)).toEqual([2, 3]);
  expect(table.rows.map((row) => row.line)).toEqual([4]);
});

test("whatever the cells hold comes back as it was written", () => {
  const cell = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\uFEFF]/g, "").trim());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      fc.constantFrom(",", ";", "\t"),
      (rows, separator) => {
        const filled = rows.filter((row) => row.some((text) => text !== ""));
        const text = [["one", "two"], ...filled].map((row) => row.map(quoted).join(separator)).join("\r\n");
        const table = readTable(text);
        return (
          JSON.stringify(table.rows.map((row) => row.cells)) === JSON.stringify(filled) && table.unreadable.length === 0
        );
      },
    ),
  );
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
