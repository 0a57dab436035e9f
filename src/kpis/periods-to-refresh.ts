import { addDays, periodKinds, periodOf, previousPeriod, type Period, type PlainDate } from "@keyline/domain";

/** What was closed on the last days is often entered some days later. */
const lateDays = 10;

/** The running month, quarter and year, and those that ended a few days ago. */
export function periodsToRefresh(today: PlainDate, fiscalYearStartMonth: number): Period[] {
  const running = periodKinds.values.map((kind) => periodOf(kind, today, fiscalYearStartMonth));
  const ended = running
    .map((period) => previousPeriod(period))
    .filter(({ endsOn }) => addDays(endsOn, lateDays) >= today);
  return [...running, ...ended];
}
