import {
  containsDate,
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
export function revenueOf(plan: PlanRecord, context: PlanContext): PlanHead["revenue"] {
  const { properties } = plan;
  const { desk, today } = context;
  const period = readPeriod(properties.period, desk.settings.fiscalYearStartMonth);
  const goalMinor = minorOr(properties.revenue_goal, desk.currency);
  const toDateMinor = toDateOf(plan, period, context);
  const hasBegun = period !== null && period.startsOn <= today;
  return {
    goalMinor,
    toDateMinor,
    attainmentPercent: goalMinor === null || toDateMinor === null ? null : percentOf(toDateMinor, goalMinor),
    pace: toDateMinor === null || !hasBegun ? null : paceOf(goalMinor, toDateMinor, elapsedShare(period, today)),
  };
}

/**
 * New sales and upsell of the period, as the metrics have them; while they were not computed, what the company says of the
 * running year, or what a person wrote down. Null: no data.
 */
function toDateOf(plan: PlanRecord, period: Period | null, { desk, today, account, kpis }: PlanContext): number | null {
  const { currency } = desk;
  const won = kpis.filter(
    ({ properties: { metric, period: key, actual } }) =>
      (metric === "new_sales" || metric === "upsell") && key === plan.properties.period && actual !== null,
  );
  if (won.length > 0) return won.reduce((sum, { properties }) => sum + minorOf(properties.actual ?? 0, currency), 0);
  const isRunningYear = period?.kind === "year" && containsDate(period, today);
  const said = isRunningYear ? account.company.properties.am_revenue_to_date : null;
  return minorOr(said ?? plan.properties.revenue_to_date, currency);
}

function minorOr(amount: number | null, currency: string): number | null {
  return amount === null ? null : minorOf(amount, currency);
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
