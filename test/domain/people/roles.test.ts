import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  decisionRoles,
  readDecidesAt,
  roleGaps,
  roleOfLabel,
  rolesHere,
  rolesInAll,
  writeDecidesAt,
} from "@keyline/domain";

const roles = fc.uniqueArray(fc.constantFrom(...decisionRoles.values));

describe("a role", () => {
  test.each([
    ["Economic buyer", "economic_buyer"],
    ["صاحب القرار المالي", "economic_buyer"],
    ["Signs the contract", "signatory"],
    ["Primary", null],
    [null, null],
  ] as const)("of the label %s is %s", (label, role) => {
    expect(roleOfLabel(label)).toBe(role);
  });

  const nothing = { property: [], labels: [], agreed: [], elsewhere: [], isPrimary: true };
  const buyer = ["economic_buyer" as const];

  test.each([
    ["only the property has it: a role at the primary company", { property: buyer }, true],
    ["only the property has it: none at another company", { property: buyer, isPrimary: false }, false],
    ["only the property has it, and a label elsewhere: none here", { property: buyer, elsewhere: buyer }, false],
    ["somebody set the label in HubSpot", { labels: buyer }, true],
    ["somebody set the label of a second company", { labels: buyer, elsewhere: buyer, isPrimary: false }, true],
    ["both agreed and still do", { property: buyer, labels: buyer, agreed: buyer }, true],
    ["somebody took the label away", { property: buyer, agreed: buyer }, false],
    ["somebody took it out of the property", { labels: buyer, agreed: buyer }, false],
    ["taken away here, it stays elsewhere", { property: buyer, agreed: buyer, elsewhere: buyer }, false],
  ])("%s", (_, known, isRole) => {
    expect(rolesHere({ ...nothing, ...known })).toEqual(isRole ? buyer : []);
  });

  test("given here is read back as given, whatever the person is elsewhere", () => {
    fc.assert(
      fc.property(roles, roles, fc.boolean(), (here, elsewhere, isPrimary) => {
        const property = rolesInAll(here, elsewhere);
        const read = rolesHere({ property, labels: here, agreed: here, elsewhere, isPrimary });
        expect(read.toSorted()).toEqual([...here].toSorted());
      }),
    );
  });

  test("that the portal has no label for stays in the property alone", () => {
    expect(rolesHere({ ...nothing, property: buyer, agreed: [] })).toEqual(buyer);
  });
});

describe("where a contact decides", () => {
  const text = "101 economic_buyer signatory 205 champion";

  test("reads back as written", () => {
    expect(writeDecidesAt(readDecidesAt(text))).toBe(text);
    expect(writeDecidesAt(new Map([["101", []]]))).toBe("101");
    expect(writeDecidesAt(new Map())).toBeNull();
  });

  test("leaves out what a person wrote into it", () => {
    expect([...readDecidesAt("everywhere 101 king champion")]).toEqual([["101", ["champion"]]]);
    expect([...readDecidesAt(null)]).toEqual([]);
  });
});

describe("gaps", () => {
  const salma = { name: "Salma", roles: ["economic_buyer", "signatory"], hasLeft: false } as const;

  test("nobody known: all that is needed, in its order", () => {
    expect(roleGaps([])).toEqual([
      { role: "economic_buyer", left: null },
      { role: "signatory", left: null },
      { role: "champion", left: null },
    ]);
  });

  test("a role that somebody plays is none", () => {
    expect(roleGaps([salma])).toEqual([{ role: "champion", left: null }]);
  });

  test("who has left leaves a gap with a name", () => {
    expect(roleGaps([{ ...salma, hasLeft: true }])).toContainEqual({ role: "economic_buyer", left: "Salma" });
  });

  test("who has left leaves none where somebody else plays the role", () => {
    const gaps = roleGaps([
      { ...salma, hasLeft: true },
      { name: "Majed", roles: ["economic_buyer"], hasLeft: false },
    ]);
    expect(gaps.map(({ role }) => role)).toEqual(["signatory", "champion"]);
  });
});
