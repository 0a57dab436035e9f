import {
  elapsedShare,
  minorOf,
  paceOf,
  parsePeriod,
  percentOf,
  Problem,
  type Period,
  type PlanHead,
} from "@keyline/domain";
import type { PlanContext, PlanRecord } from "./facts.ts";

/** Revenue of the plan's period against its goal, and against the straight line there. */
export function revenueOf({ properties }: PlanRecord, { desk, today, account }: PlanContext): PlanHead["revenue"] {
  const { currency, settings } = desk;
  const minor = (amount: number | null) => (amount === null ? null : minorOf(amount, currency));
  const period = readPeriod(properties.period, settings.fiscalYearStartMonth);
  const goalMinor = minor(properties.revenue_goal);
  const toDateMinor = minor(
    properties.revenue_to_date ?? (period?.kind === "year" ? account.company.properties.am_revenue_to_date : null),
  );
  const hasBegun = period !== null && period.startsOn <= today;
  return {
    goalMinor,
    toDateMinor,
    attainmentPercent: goalMinor === null || toDateMinor === null ? null : percentOf(toDateMinor, goalMinor),
    pace: toDateMinor === null || !hasBegun ? null : paceOf(goalMinor, toDateMinor, elapsedShare(period, today)),
  };
}

/** A period that a person has written otherwise than Keyline does is none. */
export function readPeriod(key: string | null, fiscalYearStartMonth: number): Period | null {
  if (key === null) return null;
  try {
    return parsePeriod(key, fiscalYearStartMonth);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
