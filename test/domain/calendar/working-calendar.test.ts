import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  Problem,
  shippedHolidays,
  toWorkingDay,
  weekdays,
  workingCalendar,
  workingDaysBetween,
  type PlainDate,
} from "@keyline/domain";

const dates = fc.integer({ min: 0, max: 1095 }).map((days) => addDays("2026-01-01", days));
const calendars = fc
  .record({
    week: fc.uniqueArray(fc.constantFrom(...weekdays.values), { minLength: 1 }),
    country: fc.constantFrom(...Object.values(shippedHolidays)),
  })
  .map(({ week, country }) => workingCalendar(week, country));

test("the working day found is never a day off, on any calendar, in any direction", () => {
  fc.assert(
    fc.property(calendars, dates, fc.constantFrom("next", "previous", "nearest"), (calendar, date, direction) => {
      expect(isWorkingDay(toWorkingDay(date, calendar, direction), calendar)).toBe(true);
    }),
  );
});

test("a working day stays where it is", () => {
  fc.assert(
    fc.property(calendars, dates, (calendar, date) => {
      fc.pre(isWorkingDay(date, calendar));
      expect(toWorkingDay(date, calendar, "next")).toBe(date);
    }),
  );
});

test("working days added are the working days counted", () => {
  fc.assert(
    fc.property(calendars, dates, fc.nat(30), (calendar, date, days) => {
      expect(workingDaysBetween(date, addWorkingDays(date, days, calendar), calendar)).toBe(days);
    }),
  );
});

test("going back undoes going forward from a working day", () => {
  fc.assert(
    fc.property(calendars, dates, fc.nat(30), (calendar, date, days) => {
      const start = toWorkingDay(date, calendar);
      expect(addWorkingDays(addWorkingDays(start, days, calendar), -days, calendar)).toBe(start);
    }),
  );
});

test("a week without a working day is refused with what to do", () => {
  expect(() => workingCalendar([])).toThrow(Problem);
});

const sundayToThursday = ["sunday", "monday", "tuesday", "wednesday", "thursday"] as const;
const mondayToFriday = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const saudi = workingCalendar(sundayToThursday, shippedHolidays.saudi_arabia);
const emirates = workingCalendar(mondayToFriday, shippedHolidays.emirates);
const egypt = workingCalendar(sundayToThursday, shippedHolidays.egypt);

describe("the due date of a planned date", () => {
  test.each<[string, typeof saudi, PlainDate, PlainDate]>([
    ["Riyadh: a Friday waits for Sunday", saudi, "2026-11-27", "2026-11-29"],
    ["Riyadh: a Sunday is worked", saudi, "2026-12-06", "2026-12-06"],
    ["Riyadh: National Day", saudi, "2026-09-23", "2026-09-24"],
    ["Riyadh: Founding Day", saudi, "2027-02-22", "2027-02-23"],
    ["Riyadh: Eid al-Fitr runs into the weekend", saudi, "2026-03-19", "2026-03-23"],
    ["Riyadh: Eid al-Adha runs into the weekend", saudi, "2026-05-26", "2026-05-31"],
    ["Riyadh: National Day on a Saturday has its Sunday in lieu", saudi, "2028-09-23", "2028-09-25"],
    ["Dubai: a Saturday waits for Monday", emirates, "2026-11-28", "2026-11-30"],
    ["Dubai: Eid Al Etihad, then a Friday", emirates, "2026-12-02", "2026-12-04"],
    ["Dubai: New Year's Day on a Friday", emirates, "2027-01-01", "2027-01-04"],
    ["Dubai: Eid al-Adha over a weekend", emirates, "2027-05-15", "2027-05-19"],
    ["Cairo: Coptic Christmas on a Thursday", egypt, "2027-01-07", "2027-01-10"],
    ["Cairo: Sham El-Nessim", egypt, "2027-05-03", "2027-05-04"],
    ["Cairo: Armed Forces Day", egypt, "2026-10-06", "2026-10-07"],
    ["Cairo: Eid al-Fitr on a Friday", egypt, "2026-03-20", "2026-03-23"],
  ])("%s", (_title, calendar, planned, due) => {
    expect(toWorkingDay(planned, calendar)).toBe(due);
  });
});

describe("the reminder, so many working days before the due date", () => {
  test.each<[string, typeof saudi, PlainDate, number, PlainDate]>([
    ["over a weekend", saudi, "2026-12-06", 3, "2026-12-01"],
    ["over Eid", saudi, "2026-03-23", 2, "2026-03-17"],
    ["over New Year", emirates, "2027-01-05", 3, "2026-12-30"],
    ["none", saudi, "2026-12-06", 0, "2026-12-06"],
  ])("%s", (_title, calendar, due, leadDays, remindOn) => {
    expect(addWorkingDays(due, -leadDays, calendar)).toBe(remindOn);
  });
});

describe("shipped holidays", () => {
  test.each(Object.entries(shippedHolidays))("%s: no day twice, every name in both languages", (_country, holidays) => {
    expect(new Set(holidays.map(({ date }) => date)).size).toBe(holidays.length);
    expect(holidays.every(({ name }) => name.en && name.ar)).toBe(true);
  });

  test.each(Object.entries(shippedHolidays))(
    "%s: moon-sighted days are provisional and near the Umm al-Qura date",
    (_country, holidays) => {
      const calendar = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", {
        timeZone: "UTC",
        month: "numeric",
        day: "numeric",
      });
      const lunar = holidays.filter(({ name }) => /Eid al-Fitr|Adha|Islamic|Prophet/.test(name.en));
      expect(lunar.every(({ provisional }) => provisional)).toBe(true);
      const months = new Set(
        lunar.map(({ date }) => calendar.formatToParts(new Date(date)).find(({ type }) => type === "month")?.value),
      );
      for (const month of months) expect(["1", "3", "9", "10", "12"]).toContain(month);
    },
  );
});
