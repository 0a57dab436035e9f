import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { addDays, daysBetween, isWorkingDay, spread, workingCalendar, type Placement } from "@keyline/domain";

const calendar = workingCalendar(["sunday", "monday", "tuesday", "wednesday", "thursday"]);

const placements: fc.Arbitrary<Placement[]> = fc.uniqueArray(
  fc.record({
    key: fc.nat(10_000).map(String),
    managerId: fc.option(fc.constantFrom("1", "2")),
    planned: fc.nat(20).map((days) => addDays("2026-11-20", days)),
    roomDays: fc.nat(7),
  }),
  { selector: ({ key }) => key, maxLength: 60 },
);

test("every due date is a working day", () => {
  fc.assert(
    fc.property(placements, (items) => {
      for (const date of spread(items, { perDay: 3, calendar }).values())
        expect(isWorkingDay(date, calendar)).toBe(true);
    }),
  );
});

test("a second run moves nothing, whatever came in between", () => {
  fc.assert(
    fc.property(placements, placements, (items, newcomers) => {
      const first = spread(items, { perDay: 3, calendar });
      const placed = items.map((item) => ({ ...item, placedOn: first.get(item.key) }));
      const others = newcomers.filter(({ key }) => !first.has(key));
      const second = spread([...others, ...placed], { perDay: 3, calendar });
      for (const [key, date] of first) expect(second.get(key)).toBe(date);
    }),
  );
});

test("the order in which they come does not matter", () => {
  fc.assert(
    fc.property(placements, (items) => {
      const reversed = spread([...items].reverse(), { perDay: 2, calendar });
      expect(reversed).toEqual(spread(items, { perDay: 2, calendar }));
    }),
  );
});

test("with room for all, no day goes over its capacity", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 20 }), (perDay, count) => {
      const items = Array.from({ length: count }, (_, index) => placement(String(index), 60));
      const load = new Map<string, number>();
      for (const date of spread(items, { perDay, calendar }).values()) load.set(date, (load.get(date) ?? 0) + 1);
      expect(Math.max(...load.values())).toBeLessThanOrEqual(perDay);
    }),
  );
});

test("without room the natural day takes them all", () => {
  const items = ["a", "b", "c"].map((key) => placement(key, 0));
  expect([...spread(items, { perDay: 1, calendar }).values()]).toEqual(["2026-12-06", "2026-12-06", "2026-12-06"]);
});

test("ten on one Sunday, four a day, a week of room: the nearest days take them", () => {
  const items = Array.from({ length: 10 }, (_, index) => placement(String(index), 7));
  const due = spread(items, { perDay: 4, calendar });
  const days = [...due.values()].map((date) => daysBetween("2026-12-06", date));
  expect(days).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
});

test("nothing is placed before the earliest day", () => {
  const item = { key: "1", managerId: "1", planned: "2026-11-01" as const, roomDays: 7 };
  expect(spread([item], { perDay: 1, calendar, earliest: "2026-11-24" }).get("1")).toBe("2026-11-24");
});

function placement(key: string, roomDays: number): Placement {
  return { key, managerId: "1", planned: "2026-12-06", roomDays };
}
