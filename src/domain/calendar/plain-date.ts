import { Temporal } from "temporal-polyfill";

/** A date without time or zone, as `2026-11-24`. */
export type PlainDate = `${number}-${number}-${number}`;

export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** The date `days` after (or, when negative, before) a date. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of the month `months` later (or earlier); the last day where that month is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + month - 1 + months;
  return dateFrom(Math.floor(count / 12), (count % 12) + 1, day);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Null when there is no date. */
export function earliestDate(dates: readonly PlainDate[]): PlainDate | null {
  return dates.reduce<PlainDate | null>((first, date) => (first === null || date < first ? date : first), null);
}

/** Null when there is no date. */
export function latestDate(dates: readonly PlainDate[]): PlainDate | null {
  return dates.reduce<PlainDate | null>((last, date) => (last === null || date > last ? date : last), null);
}

/** Year, month (1 to 12) and day of a date, as numbers. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** A date from numbers; a day past the end of the month becomes its last day. */
export function dateFrom(year: number, month: number, day: number): PlainDate {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return fromDayNumber(Date.UTC(year, month - 1, Math.min(day, lastDay)) / dayMs);
}

const dayMs = 86_400_000;

/**
 * Days since 1970-01-01. Dates without a zone are plain arithmetic, and the planner does a great deal of it: by Temporal's
 * polyfill it is twenty times slower. What has a zone goes by Temporal.
 */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** Dates by their number: planning asks for the same few hundred days again and again. */
const remembered = new Map<number, PlainDate>();
const mostRemembered = 10_000;

function fromDayNumber(days: number): PlainDate {
  const known = remembered.get(days);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const date = new Date(days * dayMs).toISOString().slice(0, 10) as PlainDate;
  remembered.set(days, date);
  return date;
}

/** The date on the wall calendar of a time zone at a moment. */
export function dateIn(timeZone: string, moment: Date): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as PlainDate;
}

/**
 * The moment at which a clock in `timeZone` shows `time` (`09:00`) on a date. When clocks go forward past that time, the
 * moment is as much later as the clocks jumped; when they show it twice, it is the first of the two.
 */
export function momentAt(date: PlainDate, time: string, timeZone: string): Date {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  return new Date(local.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds);
}

/** The first moment of a date in a time zone, which is not midnight where clocks change at midnight. */
export function startOfDay(date: PlainDate, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

/** By Intl and not by Temporal, which cards check settings without: it would be a fifth of each. */
export function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
