import { expect, test } from "@jest/globals";
import { checkIn, company, declarations, type AnyField } from "@keyline/domain";
import * as fc from "fast-check";
import { readRecord, writeProperties, type Readable } from "../../src/hubspot/record.ts";

const wire = (properties: Record<string, string | null>) => ({
  id: "1",
  properties,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
});

const days = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString());

/** Any value that a field may hold. */
function valueOf(field: AnyField): fc.Arbitrary<unknown> {
  const ids = fc.integer({ min: 1, max: 1e9 }).map(String);
  const numbers = fc.oneof(
    fc.integer({ min: -1000, max: 1e6 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => n || 0),
  );
  const values = (field.choices?.values ?? []) as string[];
  switch (field.kind) {
    case "text":
    case "longText":
      return fc.string({ minLength: 1, maxLength: 200, unit: "grapheme" });
    case "number":
    case "money":
      return numbers.filter((value) => field.schema.safeParse(value).success);
    case "date":
      return days.map((day) => day.slice(0, 10));
    case "moment":
      return days;
    case "choice":
      return fc.constantFrom(...values);
    case "choices":
      return fc.subarray(values, { minLength: 1 });
    case "flag":
      return fc.boolean();
    case "owner":
      return ids;
    case "owners":
      return fc.array(ids, { minLength: 1, maxLength: 5 });
  }
}

test.each(declarations.map((declared) => [declared.name, declared] as const))(
  "%s: what is written reads back the same",
  (_name, declared) => {
    const object: Readable = declared;
    const values = fc.record(
      Object.fromEntries(Object.entries(object.fields).map(([name, field]) => [name, valueOf(field)])),
    );
    fc.assert(
      fc.property(values, (properties) => {
        const read = readRecord(object, wire(writeProperties(object, properties)), () => {});
        expect(read.properties).toEqual(properties);
      }),
      { numRuns: 30 },
    );
  },
);

test("whatever text HubSpot holds, reading does not throw: a value is valid, or null and counted", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.constantFrom("", "a;b", "NaN", "1e999", "2026-02-30", "TRUE", "1730000000000"),
    fc.constant(null),
  );
  const names = Object.keys({ ...company.fields });
  fc.assert(
    fc.property(fc.constantFrom(...names), texts, (name, text) => {
      let counted = 0;
      const { properties } = readRecord(company as Readable, wire({ [name]: text }), () => counted++);
      const value: unknown = properties[name];
      const isEmpty = text === null || text === "";
      if (value === null) return counted === (isEmpty ? 0 : 1);
      return company.fields[name as "am_tier"].schema.safeParse(value).success || counted === 0;
    }),
  );
});

test("a date at midnight UTC in milliseconds, as older answers have it, is that date", () => {
  const read = readRecord(checkIn, wire({ due_date: String(Date.UTC(2026, 11, 6)) }), () => {});

  expect(read.properties.due_date).toBe("2026-12-06");
});
