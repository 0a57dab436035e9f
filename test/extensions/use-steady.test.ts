import { describe, expect, test } from "@jest/globals";
import { placesOf } from "@keyline/ui";

const places = (...keys: string[]) => keys.map((key) => ({ key, group: "any" }));
const keysOf = (found: readonly { key: string }[]) => found.map(({ key }) => key);

describe("a list that does not jump", () => {
  test("keeps the order in which its items were first seen", () => {
    expect(keysOf(placesOf(places("a", "b", "c"), places("c", "a", "b")))).toEqual(["a", "b", "c"]);
  });

  test("puts what is new behind what it follows, or first", () => {
    expect(keysOf(placesOf(places("a", "b"), places("b", "new", "a")))).toEqual(["a", "b", "new"]);
    expect(keysOf(placesOf(places("a", "b"), places("new", "a", "b")))).toEqual(["new", "a", "b"]);
    expect(keysOf(placesOf(places(), places("a", "b", "c")))).toEqual(["a", "b", "c"]);
  });

  test("is the very same list when nothing is new", () => {
    const before = places("a", "b");
    expect(placesOf(before, places("b"))).toBe(before);
  });
});
