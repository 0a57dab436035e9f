import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import {
  addDays,
  holidayCountries,
  isoWeekOf,
  periodOf,
  shippedHolidays,
  weekStart,
  workingCalendar,
  type AccountProperties,
  type HolidayCountry,
  type PlainDate,
  type RhythmName,
  type Weekday,
} from "@keyline/domain";
import { accountOf, noura, owner, portalOf } from "./portal-of-test.ts";
import { openWorld } from "./world.ts";

type Row = Record<string, string>;

const page = readFileSync(join(import.meta.dirname, "../../docs/calendar.md"), "utf8");
const tables = page
  .split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const lines = section.split("\n").filter((line) => line.startsWith("|"));
    const [head = [], , ...rows] = lines.map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    const title = section.split("\n")[0] ?? "";
    return [
      { title, head, rows: rows.map((row): Row => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""]))) },
    ];
  });
const tablesWith = (column: string) => tables.filter(({ head }) => head.includes(column));

const sundayToThursday: Weekday[] = ["sunday", "monday", "tuesday", "wednesday", "thursday"];
const mondayToFriday: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const places: Record<string, { zone: string; week: Weekday[]; holidays?: HolidayCountry }> = {
  Riyadh: { zone: "Asia/Riyadh", week: sundayToThursday, holidays: "saudi_arabia" },
  Cairo: { zone: "Africa/Cairo", week: sundayToThursday, holidays: "egypt" },
  Dubai: { zone: "Asia/Dubai", week: mondayToFriday, holidays: "emirates" },
  London: { zone: "Europe/London", week: mondayToFriday },
  "New York": { zone: "America/New_York", week: mondayToFriday },
  Beirut: { zone: "Asia/Beirut", week: [...mondayToFriday, "saturday"] },
};

describe.each(tablesWith("Check-ins"))("$title", ({ rows }) => {
  test.each(rows.map((row) => ({ row, title: row["Case"] })))("$title", ({ row }) => {
    const asked = row["Check-ins"]?.split(", ").length ?? 0;
    const { checkIns, reminder, times } = liveThrough(row, asked);
    expect({ "Check-ins": checkIns.join(", "), Reminder: reminder, "At (UTC)": oneIfSame(times).join(", ") }).toEqual({
      "Check-ins": row["Check-ins"],
      Reminder: row["Reminder"],
      "At (UTC)": row["At (UTC)"],
    });
  });
});

/** A portal whose people do each check-in on its due date, from the day on which the series begins. */
function liveThrough(row: Row, asked: number) {
  const { zone, week, holidays } = places[row["Works in"] ?? ""] as (typeof places)[string];
  const calendar = workingCalendar(week, holidays ? shippedHolidays[holidays] : []);
  const owners = new Map([[noura.id, owner(noura.id, { timeZone: zone })]]);
  const from = row["From"] as PlainDate;
  const account = accountOf({ ...rhythmIn(row["Rhythm"] ?? ""), am_rhythm_anchor: from });
  const world = openWorld([account], from, (today) => portalOf(today, { calendar, owners, timeZone: zone }));
  const done: { checkIn: string; time: string }[] = [];
  let reminder = "";
  for (
    const end = addDays(from, 800);
    world.today < end && done.length < asked;
    world.today = addDays(world.today, 1)
  ) {
    world.pass();
    for (const task of world.openTasks().filter(({ key }) => key.endsWith("reminder"))) {
      reminder ||= withWeekday(world.today);
      const values = [...world.checkIns.values()].find(({ values: one }) => one.reminder_task_id === task.id)?.values;
      if (!values || values.due_date > world.today) continue;
      const { slot_date: slot, due_date: due } = values;
      const checkIn = slot === due ? withWeekday(due) : `${withWeekday(slot)} → ${withWeekday(due)}`;
      done.push({ checkIn, time: task.at.slice(11, 16) });
      [task.isOpen, task.closedOn] = [false, world.today];
    }
  }
  return { checkIns: done.map(({ checkIn }) => checkIn), reminder, times: done.map(({ time }) => time) };
}

/** `weekly, sunday; paused 2026-12-01 until 2026-12-27; notice by 2027-03-31` */
function rhythmIn(text: string): Partial<AccountProperties> {
  const [rhythm = "", ...more] = text.split("; ");
  const [name, ...rule] = rhythm.split(", ");
  const [, pausedFrom, pausedUntil] = /paused (\S+) until (\S+)/.exec(more.join("; ")) ?? [];
  const [, noticeBy] = /notice by (\S+)/.exec(more.join("; ")) ?? [];
  return {
    am_rhythm: name as RhythmName,
    am_rhythm_rule: rule.join(", ") || null,
    am_paused_from: (pausedFrom ?? null) as PlainDate | null,
    am_paused_until: (pausedUntil ?? null) as PlainDate | null,
    am_notice_by: (noticeBy ?? null) as PlainDate | null,
  };
}

function oneIfSame(times: readonly string[]): readonly string[] {
  return new Set(times).size === 1 ? times.slice(0, 1) : times;
}

const weekdayOnly = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });
const withWeekday = (date: PlainDate) => `${weekdayOnly.format(Date.parse(date))} ${date}`;
const bare = (text: string | undefined) => (text ?? "").slice(4) as PlainDate;

describe.each(tablesWith("ISO week"))("$title", ({ rows }) => {
  const months = Array.from({ length: 12 }, (_, at) =>
    new Date(Date.UTC(2026, at)).toLocaleString("en", { month: "long" }),
  );

  test.each(rows.map((row) => ({ row, title: `${row["Day"]}, books from ${row["The books begin in"]}` })))(
    "$title",
    ({ row }) => {
      const day = bare(row["Day"]);
      const startMonth = months.indexOf(row["The books begin in"] ?? "") + 1;
      const key = (kind: "month" | "quarter" | "year") => periodOf(kind, day, startMonth).key;
      expect(row).toEqual({
        Day: withWeekday(day),
        "The books begin in": row["The books begin in"],
        Month: key("month"),
        Quarter: key("quarter"),
        Year: key("year"),
        "ISO week": isoWeekOf(day),
        "Week from Sunday": withWeekday(weekStart(day, "sunday")),
      });
    },
  );
});

describe.each(tablesWith("Sure"))("$title", ({ rows }) => {
  test.each(holidayCountries.values)("%s: all of them, and no others", (country) => {
    const own = rows.filter((row) => row["Country"] === holidayCountries.labels[country].en);
    const listed = own.flatMap(({ Holiday: name, From: from, To: to, Sure: sure }) => {
      const days: string[] = [];
      for (let day = bare(from); day <= bare(to); day = addDays(day, 1)) days.push(`${day} ${name} ${sure}`);
      expect([from, to]).toEqual([withWeekday(bare(from)), withWeekday(bare(to))]);
      return days;
    });
    const shipped = shippedHolidays[country].map(
      ({ date, name, provisional }) => `${date} ${name.en} ${provisional ? "expected" : "fixed"}`,
    );
    expect(listed.sort()).toEqual(shipped.sort());
  });
});

test("the page has its tables", () => {
  expect([tablesWith("Check-ins").length, tablesWith("ISO week").length, tablesWith("Sure").length]).toEqual([6, 1, 1]);
  expect(tables.reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(100);
});
