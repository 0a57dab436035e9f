import { describe, expect, test } from "@jest/globals";
import {
  calendarOf,
  defaultSettings,
  isWorkingDay,
  leadDaysOf,
  Problem,
  settingsFrom,
  settingsFromText,
  settingsToText,
  targetOf,
  taskLanguageOf,
  type MetricName,
  type PeriodKind,
} from "@keyline/domain";

test("nothing written down means the defaults", () => {
  for (const text of [null, "", "  ", "{}"]) expect(settingsFromText(text)).toEqual(defaultSettings);
  expect(defaultSettings).toMatchObject({
    workingWeek: ["sunday", "monday", "tuesday", "wednesday", "thursday"],
    dueTime: "09:00",
    leadDays: { a: 3, b: 2, c: 1 },
    rhythms: { sales: "quarterly", key: "monthly", territory: "every_2_months", strategic: "every_2_weeks" },
    tighten: { key: { withinDays: 90, factor: 2 } },
    contactMade: "offer",
    digest: { enabled: false },
    renewals: { noticeByProperty: "am_notice_by" },
  });
});

test("settings come back as they were stored", () => {
  const settings = settingsFrom({ dueTime: "08:30", leadDays: { a: 5 }, holidays: { worked: ["2026-09-23"] } });
  expect(settings.leadDays).toEqual({ a: 5, b: 2, c: 1 });
  expect(settingsFromText(settingsToText(settings))).toEqual(settings);
});

describe("a mistake is named by its field", () => {
  test.each<[object, string]>([
    [{ workingWeek: [] }, "workingWeek"],
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ dueTime: "9am" }, "dueTime"],
    [{ leadDays: { a: -1 } }, "leadDays.a"],
    [{ holidays: { own: [{ date: "2026-02-30", name: { en: "x", ar: "x" } }] } }, "holidays.own.0.date"],
    [{ rhythms: { key: "fortnightly" } }, "rhythms.key"],
    [{ targets: { key: { happiness: { per: "year", value: 1 } } } }, "targets.key"],
    [{ healthWeights: { trend: -3 } }, "healthWeights.trend"],
    [
      { priorityWeights: Object.fromEntries(Object.keys(defaultSettings.priorityWeights).map((key) => [key, 0])) },
      "priorityWeights",
    ],
    [{ fiscalYearStartMonth: 13 }, "fiscalYearStartMonth"],
    [{ renewals: { noticeByProperty: "Notice by" } }, "renewals.noticeByProperty"],
  ])("%j", (input, path) => {
    expect(fieldsOf(() => settingsFrom(input))).toEqual([path]);
  });

  test("text that is no JSON", () => {
    expect(fieldsOf(() => settingsFromText("{"))).toEqual(["settings"]);
  });
});

describe("the calendar of a portal", () => {
  test("takes the public holidays of its time zone's country", () => {
    expect(isWorkingDay("2026-09-23", calendarOf(defaultSettings, "Asia/Riyadh"))).toBe(false);
    expect(isWorkingDay("2026-09-23", calendarOf(defaultSettings, "Africa/Cairo"))).toBe(true);
  });

  test("adds its own days off and works those it names", () => {
    const settings = settingsFrom({
      holidays: {
        own: [{ date: "2026-12-06", name: { en: "Founder's day", ar: "يوم المؤسس" } }],
        worked: ["2026-09-23"],
      },
    });
    const calendar = calendarOf(settings, "Asia/Riyadh");
    expect([isWorkingDay("2026-12-06", calendar), isWorkingDay("2026-09-23", calendar)]).toEqual([false, true]);
  });

  test("keeps no public holidays when it says so", () => {
    const settings = settingsFrom({ holidays: { countries: [] } });
    expect(isWorkingDay("2026-09-23", calendarOf(settings, "Asia/Riyadh"))).toBe(true);
  });
});

test("targets share out over the months where amounts add up, and stand where they do not", () => {
  const settings = settingsFrom({
    targets: {
      key: {
        new_sales: { per: "year", value: 1200 },
        open_pipeline: { per: "year", value: 500 },
        nps: { per: "year", value: 40 },
      },
    },
  });
  const target = (metric: MetricName, period: PeriodKind) => targetOf(settings, { type: "key" }, metric, period)?.value;
  expect(target("new_sales", "month")).toBe(100);
  expect(target("open_pipeline", "month")).toBe(500);
  expect(target("nps", "quarter")).toBe(40);
  expect(target("upsell", "quarter")).toBeUndefined();
});

test("an account's own target stands before its type's, and an account without a type has no other", () => {
  const own = { nps: { per: "year" as const, value: 70 } };
  expect(targetOf(defaultSettings, { type: "key", own }, "nps", "month")).toEqual({ value: 70, isOwn: true });
  expect(targetOf(defaultSettings, { type: "key" }, "nps", "month")).toEqual({ value: 40, isOwn: false });
  expect(targetOf(defaultSettings, { type: null }, "nps", "month")).toBeNull();
});

test("lead time without a tier is the one of C; a person's language is theirs, else the portal's", () => {
  const settings = settingsFrom({ language: { tasks: "ar", byOwner: { "7": "en" } } });
  expect([leadDaysOf(settings, "a"), leadDaysOf(settings, null)]).toEqual([3, 1]);
  expect([taskLanguageOf(settings, "7"), taskLanguageOf(settings, "8"), taskLanguageOf(settings, null)]).toEqual([
    "en",
    "ar",
    "ar",
  ]);
});

function fieldsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (problem) {
    if (problem instanceof Problem) return problem.fields.map(({ path }) => path);
    throw problem;
  }
  return [];
}
