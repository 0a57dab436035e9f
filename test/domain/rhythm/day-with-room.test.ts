import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  addDays,
  dayWithRoom,
  daysBetween,
  isWorkingDay,
  toWorkingDay,
  workingCalendar,
  type PlainDate,
} from "@keyline/domain";

const calendar = workingCalendar(["sunday", "monday", "tuesday", "wednesday", "thursday"]);
const earliest: PlainDate = "2026-11-25";

/** Planned dates, how far they may move, and how many are allowed on a day. */
const mornings = fc.record({
  planned: fc.array(fc.record({ in: fc.nat(20), days: fc.nat(7) }), { maxLength: 40 }),
  perDay: fc.integer({ min: 1, max: 4 }),
});

/** Gives each its day in turn, as a pass does. */
function placed({ planned, perDay }: { planned: { in: number; days: number }[]; perDay: number }) {
  const load = new Map<PlainDate, number>();
  const hasRoom = (date: PlainDate) => (load.get(date) ?? 0) < perDay;
  return planned.map((one) => {
    const wanted = addDays(earliest, one.in);
    const due = dayWithRoom(wanted, { days: one.days, calendar, earliest, hasRoom });
    const wasFull = !hasRoom(due);
    load.set(due, (load.get(due) ?? 0) + 1);
    return { wanted, due, days: one.days, wasFull };
  });
}

test("every due date is a working day, no further away than the rhythm leaves room, and none before the earliest", () => {
  fc.assert(
    fc.property(mornings, (morning) => {
      for (const { wanted, due, days } of placed(morning)) {
        expect(isWorkingDay(due, calendar)).toBe(true);
        expect(due >= earliest).toBe(true);
        expect(due === toWorkingDay(wanted, calendar) || Math.abs(daysBetween(wanted, due)) <= days).toBe(true);
      }
    }),
  );
});

test("a day goes over what is allowed only where no day that the rhythm leaves has room", () => {
  fc.assert(
    fc.property(mornings, (morning) => {
      for (const { wanted, due, wasFull } of placed(morning)) {
        if (wasFull) expect(due).toBe(toWorkingDay(wanted, calendar));
      }
      const roomy = placed({ ...morning, planned: morning.planned.map((one) => ({ ...one, days: 90 })) });
      expect(roomy.filter(({ wasFull }) => wasFull)).toEqual([]);
    }),
  );
});

test.each<[title: string, allowed: number, days: number, due: string]>([
  ["ten on one Sunday, four a day, a week of room: the nearest days take them", 4, 7, "0 0 0 0 1 1 1 1 2 2"],
  ["earlier days count as near as later ones, the weekend not at all", 2, 7, "0 0 1 1 2 2 3 3 -3 -3"],
  ["without room the natural day takes them all", 1, 0, "0 0 0 0 0 0 0 0 0 0"],
])("%s", (_title, perDay, days, due) => {
  const sunday = daysBetween(earliest, "2026-12-06");
  const morning = { perDay, planned: Array.from({ length: 10 }, () => ({ in: sunday, days })) };
  expect(placed(morning).map((one) => daysBetween("2026-12-06", one.due))).toEqual(due.split(" ").map(Number));
});
