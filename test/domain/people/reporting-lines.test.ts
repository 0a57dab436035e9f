import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { goesInCircle, lastTalk, reportingLines, silentDays, type Reporting } from "@keyline/domain";

const drawn = (people: readonly Reporting[]) =>
  reportingLines(people).map(
    ({ person, depth, isInCircle }) => `${"-".repeat(depth)}${person.id}${isInCircle ? "!" : ""}`,
  );

describe("who reports to whom", () => {
  test("is drawn below the manager, in the order given", () => {
    const people = [
      { id: "plant", reportsTo: "ceo" },
      { id: "quality", reportsTo: "plant" },
      { id: "ceo", reportsTo: null },
      { id: "cfo", reportsTo: "ceo" },
    ];
    expect(drawn(people)).toEqual(["ceo", "-plant", "--quality", "-cfo"]);
  });

  test("a manager who is not there counts as nobody", () => {
    expect(drawn([{ id: "a", reportsTo: "gone" }])).toEqual(["a"]);
  });

  test("a circle is opened at its first person, and said", () => {
    const people = [
      { id: "a", reportsTo: "c" },
      { id: "b", reportsTo: "a" },
      { id: "c", reportsTo: "b" },
      { id: "below", reportsTo: "c" },
      { id: "alone", reportsTo: "alone" },
    ];
    expect(drawn(people)).toEqual(["alone", "a!", "-b", "--c", "---below"]);
  });

  test("everyone is drawn once, whatever people wrote", () => {
    const id = fc.integer({ min: 0, max: 11 }).map(String);
    const anyone = fc.array(fc.option(id), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyone, (managers) => {
        const people = managers.map((reportsTo, index) => ({ id: String(index), reportsTo }));
        const ids = reportingLines(people).map(({ person }) => person.id);
        expect(ids.toSorted()).toEqual(people.map((person) => person.id).toSorted());
      }),
    );
  });

  test("a manager below the person would close a circle", () => {
    const people = [
      { id: "a", reportsTo: null },
      { id: "b", reportsTo: "a" },
      { id: "c", reportsTo: "b" },
    ];
    expect(goesInCircle(people, "a", "c")).toBe(true);
    expect(goesInCircle(people, "a", "a")).toBe(true);
    expect(goesInCircle(people, "c", "a")).toBe(false);
  });

  test("a circle that is there already does not hang the question", () => {
    const people = [
      { id: "a", reportsTo: "b" },
      { id: "b", reportsTo: "a" },
    ];
    expect(goesInCircle(people, "c", "a")).toBe(false);
  });
});

describe("silence", () => {
  test("counts from the latest talk, whoever noted it; a meeting to come is none", () => {
    expect(lastTalk(["2026-07-01", null, "2026-07-20", "2026-12-01"], "2026-11-24")).toBe("2026-07-20");
    expect(lastTalk([null, "2026-12-01"], "2026-11-24")).toBeNull();
  });

  test("is said only after more days than the setting allows", () => {
    expect(silentDays("2026-07-27", "2026-11-24", 120)).toBeNull();
    expect(silentDays("2026-07-26", "2026-11-24", 120)).toBe(121);
    expect(silentDays(null, "2026-11-24", 120)).toBeNull();
  });
});
