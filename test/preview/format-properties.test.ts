import { expect, test } from "@jest/globals";
import type { PropertyDefinition } from "../../src/preview/crm.ts";
import { formatProperties } from "../../src/preview/format-properties.ts";

const define = (name: string, type: string, more: Partial<PropertyDefinition> = {}): PropertyDefinition => ({
  name,
  label: name,
  type,
  fieldType: "text",
  groupName: "companyinformation",
  ...more,
});
const definitions = [
  define("am_account_type", "enumeration", {
    options: [
      { label: "Key account", value: "key" },
      { label: "Sales account", value: "sales" },
    ],
  }),
  define("am_next_check_in", "date"),
  define("hs_timestamp", "datetime"),
  define("am_revenue_goal", "number", { showCurrencySymbol: true }),
  define("name", "string"),
];
const settings = {
  locale: { locale: "en-US", timeZone: "Asia/Riyadh", currency: "SAR" },
  options: {},
  now: new Date("2026-11-22T06:00:00Z"),
};
const format = (
  row: Record<string, string | null>,
  change: Partial<typeof settings> = {},
  chosen: "all" | string[] = "all",
) => formatProperties(row, chosen, definitions, { ...settings, ...change });

test("codes become labels, several joined", () => {
  expect(format({ am_account_type: "key;sales" })).toEqual({ am_account_type: "Key account; Sales account" });
});

test("a date is a day wherever one is; a moment is told on the portal's clock", () => {
  expect(format({ am_next_check_in: "2026-11-29", hs_timestamp: "2026-11-29T22:30:00Z" })).toEqual({
    am_next_check_in: "Nov 29, 2026",
    hs_timestamp: expect.stringMatching(/^Nov 30, 2026, 1:30\sAM$/),
  });
});

test("a relative date counts from the portal's today", () => {
  expect(format({ am_next_check_in: "2026-11-29" }, { options: { date: { relative: true } } })).toEqual({
    am_next_check_in: "in 7 days",
  });
});

test("money carries the portal's currency unless told otherwise", () => {
  expect(format({ am_revenue_goal: "1800000" })["am_revenue_goal"]).toMatch(/^SAR\s1,800,000/);
  expect(format({ am_revenue_goal: "1800000" }, { options: { currency: { addSymbol: false } } })).toEqual({
    am_revenue_goal: "1,800,000",
  });
});

test("what was not chosen, what is empty and what is text stays as it is", () => {
  const row = { name: "Najd Foods", am_account_type: "key", am_next_check_in: null };
  expect(format(row, {}, ["name", "am_next_check_in"])).toEqual(row);
});
