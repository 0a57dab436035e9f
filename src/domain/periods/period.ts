import { addDays, addMonths, dateFrom, partsOf, type PlainDate } from "../calendar/plain-date.ts";
import { Problem } from "../problem.ts";
import type { PeriodKind } from "../vocabulary/metrics.ts";

/** A month, quarter or year; both dates belong to it. */
export interface Period {
  readonly kind: PeriodKind;
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly key: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** In which month the year starts that quarters and years are counted by, 1 to 12. */
  readonly fiscalYearStartMonth: number;
}

const lengthMonths: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * Reads a period key. Quarters and years follow the fiscal year, which is named for the calendar year it ends in: where it
 * starts in April, `2026` runs from April 2025 and `2026-Q1` is April to June 2025. Months are always the calendar's.
 * @throws Problem `invalid-input` when it is no period key
 */
export function parsePeriod(key: string, fiscalYearStartMonth = 1): Period {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(key);
  if (!match) throw noPeriod(key);
  const [, year, quarter, month] = match;
  if (month) return periodFrom("month", dateFrom(Number(year), Number(month), 1), fiscalYearStartMonth);
  const yearStart = fiscalYearStart(Number(year), fiscalYearStartMonth);
  if (!quarter) return periodFrom("year", yearStart, fiscalYearStartMonth);
  return periodFrom("quarter", addMonths(yearStart, (Number(quarter) - 1) * 3), fiscalYearStartMonth);
}

/** The month, quarter or year that a date falls in. */
export function periodOf(kind: PeriodKind, date: PlainDate, fiscalYearStartMonth = 1): Period {
  const { year, month } = partsOf(date);
  const monthsIn = kind === "month" ? 0 : (month - fiscalYearStartMonth + 12) % lengthMonths[kind];
  return periodFrom(kind, addMonths(dateFrom(year, month, 1), -monthsIn), fiscalYearStartMonth);
}

/** The same-length period `steps` before. */
export function previousPeriod(period: Period, steps = 1): Period {
  const start = addMonths(period.startsOn, -steps * lengthMonths[period.kind]);
  return periodFrom(period.kind, start, period.fiscalYearStartMonth);
}

export function nextPeriod(period: Period, steps = 1): Period {
  return previousPeriod(period, -steps);
}

/** The last `count` periods up to and with this one, oldest first: what a chart shows. */
export function periodsUpTo(period: Period, count: number): Period[] {
  return Array.from({ length: count }, (_, index) => previousPeriod(period, count - 1 - index));
}

function periodFrom(kind: PeriodKind, startsOn: PlainDate, fiscalYearStartMonth: number): Period {
  const endsOn = addDays(addMonths(startsOn, lengthMonths[kind]), -1);
  return { kind, key: keyOf(kind, startsOn, fiscalYearStartMonth), startsOn, endsOn, fiscalYearStartMonth };
}

function keyOf(kind: PeriodKind, startsOn: PlainDate, startMonth: number): string {
  if (kind === "month") return startsOn.slice(0, 7);
  const { year, month } = partsOf(startsOn);
  const monthsIn = (month - startMonth + 12) % 12;
  // The fiscal year of the quarter ends in the month before the next one starts.
  const yearEnd = addMonths(startsOn, 11 - monthsIn);
  const name = startMonth === 1 ? year : partsOf(yearEnd).year;
  return kind === "year" ? String(name) : `${name}-Q${monthsIn / 3 + 1}`;
}

function fiscalYearStart(name: number, startMonth: number): PlainDate {
  return dateFrom(startMonth === 1 ? name : name - 1, startMonth, 1);
}

function noPeriod(key: string): Problem {
  return new Problem(
    "invalid-input",
    `“${key}” is no period. Write a month 2026-11, a quarter 2026-Q4 or a year 2026.`,
    {
      words: {
        en: `“${key}” is no period. Write a month 2026-11, a quarter 2026-Q4 or a year 2026.`,
        ar: `«${key}» ليست فترة. اكتب شهرًا 2026-11 أو ربعًا 2026-Q4 أو سنة 2026.`,
      },
      fields: [{ path: "period", message: "Write 2026-11, 2026-Q4 or 2026" }],
    },
  );
}
