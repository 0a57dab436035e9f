import { describe, expect, test } from "@jest/globals";
import type { PropertyDefinition, Schema } from "../../src/preview/crm.ts";
import { labelsFor } from "../../src/preview/own-labels.ts";

const define = (name: string, label: string): PropertyDefinition => ({
  name,
  label,
  type: "enumeration",
  fieldType: "select",
  groupName: "account_management",
  options: [],
});
const schemas = [
  { objectTypeId: "2-7", name: "check_in", fullyQualifiedName: "p48_check_in" },
] as Partial<Schema>[] as Schema[];

describe("labels in Arabic", () => {
  test("our company property, with its choices", () => {
    const [found] = labelsFor("companies", [define("am_account_type", "Account type")], schemas, "ar");
    expect(found?.label).toBe("نوع الحساب");
    expect(found?.options?.map(({ value }) => value)).toEqual(["sales", "key", "territory", "strategic"]);
  });

  test("a property of a custom object, whichever way the type is named", () => {
    for (const type of ["2-7", "p48_check_in"]) {
      const [found] = labelsFor(type, [define("state", "State")], schemas, "ar");
      expect(found?.label).toMatch(/[\u0600-\u06ff]/);
    }
  });

  test("a property that is nobody's of ours keeps the portal's own label", () => {
    expect(labelsFor("companies", [define("favourite_colour", "Favourite colour")], schemas, "ar")[0]?.label).toBe(
      "Favourite colour",
    );
  });
});
