import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  addDays,
  contactCountsFrom,
  daysBetween,
  parseRhythm,
  partsOf,
  slotAfter,
  slotOnOrAfter,
  slotsBetween,
  tighten,
  weekdayOf,
} from "@keyline/domain";
import { dates, rhythms } from "./arbitrary.ts";

const year = (from: `${number}-${number}-${number}`) => [from, addDays(from, 400)] as const;

test("slots strictly increase, stay in their range and never precede the anchor", () => {
  fc.assert(
    fc.property(rhythms, dates, (rhythm, date) => {
      const [from, to] = year(date);
      const slots = slotsBetween(rhythm, from, to);
      expect(slots).toEqual([...new Set(slots)].sort());
      expect(slots.every((slot) => slot >= from && slot <= to && slot >= rhythm.anchor)).toBe(true);
    }),
  );
});

test("the series is the same wherever one starts to look, so a late check-in does not drift it", () => {
  fc.assert(
    fc.property(rhythms, dates, fc.nat(200), (rhythm, date, late) => {
      const [from, to] = year(date);
      const later = addDays(from, late);
      expect(slotsBetween(rhythm, later, to)).toEqual(slotsBetween(rhythm, from, to).filter((slot) => slot >= later));
    }),
  );
});

test("the slot after a date is the first of the slots after it", () => {
  fc.assert(
    fc.property(rhythms, dates, (rhythm, date) => {
      const [first] = slotsBetween(rhythm, addDays(date, 1), addDays(date, 800));
      expect(slotAfter(rhythm, date)?.slice(0, 10)).toBe(
        first ?? slotOnOrAfter(rhythm, addDays(date, 801)) ?? undefined,
      );
    }),
  );
});

test("every slot falls on the weekday that was declared", () => {
  fc.assert(
    fc.property(rhythms, dates, (rhythm, date) => {
      const { pattern } = rhythm;
      const declared =
        pattern.unit === "weeks"
          ? pattern.weekday
          : pattern.unit === "months" && "nth" in pattern.on && pattern.on.weekday;
      fc.pre(declared !== false);
      for (const slot of slotsBetween(rhythm, ...year(date))) expect(weekdayOf(slot)).toBe(declared);
    }),
  );
});

test("a day of the month holds, except where the month is too short", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), dates, (day, anchor) => {
      const rhythm = parseRhythm({ name: "monthly", rule: `day ${day}`, anchor });
      for (const slot of slotsBetween(rhythm, ...year(anchor))) {
        const isLastOfMonth = partsOf(addDays(slot, 1)).day === 1;
        expect(partsOf(slot).day === day || (isLastOfMonth && partsOf(slot).day < day)).toBe(true);
      }
    }),
  );
});

test("slots in season only, and seasons leave none of their months out", () => {
  fc.assert(
    fc.property(rhythms, dates, (rhythm, date) => {
      fc.pre(rhythm.months.length > 0);
      const months = slotsBetween(rhythm, ...year(date)).map((slot) => partsOf(slot).month);
      expect(months.every((month) => rhythm.months.includes(month))).toBe(true);
      fc.pre(rhythm.pattern.unit === "months" && rhythm.pattern.every > 1 && date >= rhythm.anchor);
      expect(new Set(months)).toEqual(new Set(rhythm.months));
    }),
  );
});

test("a pause takes out its slots and moves no other", () => {
  fc.assert(
    fc.property(rhythms, dates, fc.nat(120), fc.nat(200), (rhythm, date, after, length) => {
      const [from, to] = year(date);
      const pause = { from: addDays(from, after), until: addDays(from, after + length + 1) };
      expect(slotsBetween({ ...rhythm, pause }, from, to)).toEqual(
        slotsBetween(rhythm, from, to).filter((slot) => slot < pause.from || slot >= pause.until),
      );
    }),
  );
});

test("paused for good, there is no next slot; paused until a day, the first is on or after it", () => {
  const rhythm = parseRhythm({ name: "weekly", rule: "sunday", anchor: "2026-11-22", pausedFrom: "2026-12-01" });
  expect(slotAfter(rhythm, "2026-12-01")).toBeNull();
  expect(slotAfter(rhythm, "2026-11-29")).toBeNull();
  expect(slotAfter({ ...rhythm, pause: { from: null, until: "2030-01-01" } }, "2026-11-22")).toBe("2030-01-06");
});

test("tightening adds slots inside its window and keeps every one of the rhythm's own", () => {
  fc.assert(
    fc.property(rhythms, dates, fc.integer({ min: 2, max: 4 }), (rhythm, date, factor) => {
      const [from, to] = year(date);
      const window = { from: addDays(from, 100), until: addDays(from, 190) };
      const own = slotsBetween(rhythm, from, to);
      const tight = slotsBetween(tighten(rhythm, factor, window), from, to);
      expect(tight).toEqual([...new Set(tight)].sort());
      expect(own.filter((slot) => !tight.includes(slot))).toEqual([]);
      const added = tight.filter((slot) => !own.includes(slot));
      expect(added.every((slot) => slot >= window.from && slot <= window.until)).toBe(true);
    }),
  );
});

test("contact counts from half a rhythm before its slot, half of the tightened one inside the window", () => {
  const rhythm = parseRhythm({ name: "monthly", rule: "first sunday", anchor: "2026-11-01" });
  const tight = tighten(rhythm, 2, { from: "2026-12-01", until: "2027-02-28" });
  expect(daysBetween(contactCountsFrom(rhythm, "2026-12-06"), "2026-12-06")).toBe(15);
  expect(daysBetween(contactCountsFrom(tight, "2026-12-06"), "2026-12-06")).toBe(7);
});
