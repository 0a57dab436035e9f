import {
  addDays,
  addMonths,
  dateIn,
  momentsOf,
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
