import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { decisionRoles, roleGaps, roleOfLabel, rolesHere, rolesInAll } from "@keyline/domain";

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

  test("that only the property has counts at this company", () => {
    expect(rolesHere({ property: ["champion"], here: [], elsewhere: [] })).toEqual(["champion"]);
  });

  test("that a person set as a label in HubSpot counts before the property knows it", () => {
    expect(rolesHere({ property: ["champion"], here: ["economic_buyer"], elsewhere: [] })).toEqual([
      "economic_buyer",
      "champion",
    ]);
  });

  test("that is labelled at a sister company does not count here", () => {
    expect(rolesHere({ property: ["economic_buyer"], here: [], elsewhere: ["economic_buyer"] })).toEqual([]);
  });

  test("given here is read back as given, whatever the person is elsewhere", () => {
    fc.assert(
      fc.property(roles, roles, (here, elsewhere) => {
        const property = rolesInAll(here, elsewhere);
        expect(rolesHere({ property, here, elsewhere }).toSorted()).toEqual([...here].toSorted());
      }),
    );
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
