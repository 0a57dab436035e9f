import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  addDays,
  choice,
  choices,
  date,
  decisionRoles,
  flag,
  longText,
  moment,
  money,
  number,
  owner,
  owners,
  text,
  tiers,
  type AnyField,
  type FieldKind,
} from "@keyline/domain";

const label = { en: "Label", ar: "تسمية" };
const ids = fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String);
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((value) => value + 0);
// HubSpot has no empty value: an empty text is no value.
const texts = fc.string({ minLength: 1, unit: "grapheme" });

/** One of every kind, values that it may hold, and texts that are none of its values. */
const kinds: Record<FieldKind, { field: AnyField; values: fc.Arbitrary<unknown>; wrong: string[] }> = {
  text: { field: text({ label }), values: texts, wrong: [] },
  longText: { field: longText({ label }), values: texts, wrong: [] },
  number: { field: number({ label }), values: numbers, wrong: ["twelve", "1,5", " ", "NaN", "Infinity"] },
  money: { field: money({ label }), values: numbers, wrong: ["SAR 5", "1,5"] },
  date: {
    field: date({ label }),
    values: fc.nat(40_000).map((days) => addDays("1980-01-01", days)),
    wrong: ["2026-02-30", "tomorrow", "24/11/2026", "11/24/2026"],
  },
  moment: {
    field: moment({ label }),
    values: fc
      .date({ min: new Date("1980-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((day) => day.toISOString()),
    wrong: ["soon", "2026-13-01T00:00:00Z"],
  },
  choice: { field: choice(tiers, { label }), values: fc.constantFrom(...tiers.values), wrong: ["A", "d", "a;b"] },
  choices: {
    field: choices(decisionRoles, { label }),
    values: fc.subarray([...decisionRoles.values], { minLength: 1 }),
    wrong: ["boss", "champion;boss"],
  },
  flag: { field: flag({ label }), values: fc.boolean(), wrong: ["yes", "1", "True "] },
  owner: { field: owner({ label }), values: ids, wrong: ["Noura", "1;2", "-1"] },
  owners: { field: owners({ label }), values: fc.array(ids, { minLength: 1 }), wrong: ["1;Noura"] },
};

describe.each(Object.entries(kinds))("%s", (kind, { field, values, wrong }) => {
  test("is what it says it is", () => {
    expect(field.kind).toBe(kind);
  });

  test("reads what it wrote", () => {
    fc.assert(fc.property(values, (value) => expect(field.fromText(field.toText(value))).toEqual(value)));
  });

  test("takes its own values in a form", () => {
    fc.assert(fc.property(values, (value) => expect(field.schema.safeParse(value).success).toBe(true)));
  });

  // Every text is a text: for those two kinds there is nothing to refuse.
  if (wrong.length === 0) return;
  test.each(wrong)("%p is no value of it", (value) => {
    expect(field.fromText(value)).toBeUndefined();
  });
});

test("dates and moments read milliseconds too, as older answers carry them", () => {
  const millis = String(Date.UTC(2026, 10, 24));
  expect(date({ label }).fromText(millis)).toBe("2026-11-24");
  expect(moment({ label }).fromText(millis)).toBe("2026-11-24T00:00:00.000Z");
});

test("a number keeps to its limits in a form", () => {
  const { schema } = number({ label, min: 1, max: 5 });
  expect([0, 1, 5, 6].map((value) => schema.safeParse(value).success)).toEqual([false, true, true, false]);
});
