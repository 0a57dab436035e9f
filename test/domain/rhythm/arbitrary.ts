import * as fc from "fast-check";
import { addDays, parseRhythm, rhythmNames, weekdays, type Rhythm } from "@keyline/domain";

export const dates = fc.integer({ min: 0, max: 3650 }).map((days) => addDays("2024-01-01", days));
export const weekdayArbitrary = fc.constantFrom(...weekdays.values);
const seasons = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 2 });
const whichWeekday = fc.tuple(fc.constantFrom("first", "second", "third", "fourth", "last"), weekdayArbitrary);
const monthDays = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map((day) => `day ${day}`),
  fc.constant("day last"),
  whichWeekday.map((words) => words.join(" ")),
  fc.constant(""),
);
const intervals = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((days) => `every ${days} days`),
  fc.tuple(fc.integer({ min: 1, max: 10 }), weekdayArbitrary).map(([weeks, day]) => `every ${weeks} weeks ${day}`),
  fc.tuple(fc.integer({ min: 1, max: 6 }), monthDays).map(([months, day]) => `every ${months} months ${day}`),
);

/** Every rhythm that can be written, in any season. */
export const rhythms: fc.Arbitrary<Rhythm> = fc
  .record({
    name: fc.constantFrom(...rhythmNames.values),
    weekday: weekdayArbitrary,
    monthDay: monthDays,
    every: intervals,
  })
  .chain(({ name, weekday, monthDay, every }) => {
    const rule = name === "own" ? every : name === "weekly" || name === "every_2_weeks" ? weekday : monthDay;
    return fc.record({
      anchor: dates,
      season: fc.option(
        seasons.map((months) => ` months ${months.join(",")}`),
        { nil: "" },
      ),
      name: fc.constant(name),
      rule: fc.constant(rule),
    });
  })
  .map(({ name, rule, season, anchor }) => parseRhythm({ name, rule: rule + season, anchor }));
