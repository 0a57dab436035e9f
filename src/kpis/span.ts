import {
  addDays,
  addMonths,
  dateIn,
  momentsOf,
  periodOf,
  previousPeriod,
  stageOf,
  startOfDay,
  type Period,
  type PlainDate,
} from "@keyline/domain";
import type { Span } from "./facts/facts.ts";

/** A period as a portal's clock sees it now. */
export function spanOf(period: Period, timeZone: string, now: Date): Span {
  const today = dateIn(timeZone, now);
  const ms = (one: Period) => {
    const { from, until } = momentsOf(one, timeZone);
    return { from: from.getTime(), until: until.getTime() };
  };
  return { period, today, stage: stageOf(period, today), ...ms(period), before: ms(previousPeriod(period)) };
}

/** The twelve months up to and with today, and the twelve before. They run, so that what stands open now counts. */
export function lastTwelveMonths({ today, timeZone }: { today: PlainDate; timeZone: string }): Span {
  const startsOn = addDays(addMonths(today, -12), 1);
  const period: Period = { kind: "year", key: "last-12-months", startsOn, endsOn: today, fiscalYearStartMonth: 1 };
  const from = startOfDay(startsOn, timeZone).getTime();
  const until = startOfDay(addDays(today, 1), timeZone).getTime();
  const before = { from: startOfDay(addDays(addMonths(today, -24), 1), timeZone).getTime(), until: from };
  return { period, today, stage: "running", from, until, before };
}

/** A month by its key, and its moments. */
export interface MonthSpan {
  key: string;
  from: number;
  until: number;
}

/** The running month and so many less one before it, the oldest first. */
export function lastMonths(count: number, today: PlainDate, timeZone: string): MonthSpan[] {
  const running = periodOf("month", today);
  return Array.from({ length: count }, (_, index) => {
    const month = previousPeriod(running, count - 1 - index);
    const { from, until } = momentsOf(month, timeZone);
    return { key: month.key, from: from.getTime(), until: until.getTime() };
  });
}
