import {
  dateIn,
  parsePeriod,
  periodOf,
  periodsUpTo,
  timeZoneOf,
  type KpisAnswer,
  type Period,
  type PeriodKind,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";

/** So many periods are on a chart: a year and the month before it, two years of quarters, five years. */
const onChart: Readonly<Record<PeriodKind, number>> = { month: 13, quarter: 8, year: 5 };

/** The period that the card shows: the one asked for, else the running one. Throws `invalid-input` for no period. */
export function shownPeriod(desk: Desk, asked: { kind?: PeriodKind | undefined; period?: string | undefined }): Period {
  const { fiscalYearStartMonth } = desk.settings;
  if (asked.period) return parsePeriod(asked.period, fiscalYearStartMonth);
  return periodOf(asked.kind ?? "quarter", todayOf(desk), fiscalYearStartMonth);
}

/** What its charts show, oldest first, the period itself last. */
export function chartedPeriods(period: Period): Period[] {
  return periodsUpTo(period, onChart[period.kind]);
}

/** What can be chosen of each kind, the running one first; a period further back stays a choice while it is shown. */
export function choicesOf(desk: Desk, shown: Period): KpisAnswer["choices"] {
  const keysOf = (kind: PeriodKind) => {
    const running = periodOf(kind, todayOf(desk), desk.settings.fiscalYearStartMonth);
    const keys = periodsUpTo(running, onChart[kind]).map(({ key }) => key);
    return (shown.kind === kind && !keys.includes(shown.key) ? [shown.key, ...keys] : keys).toReversed();
  };
  return { month: keysOf("month"), quarter: keysOf("quarter"), year: keysOf("year") };
}

export function todayOf(desk: Desk) {
  return dateIn(timeZoneOf(desk.settings, desk.timeZone), desk.now());
}
