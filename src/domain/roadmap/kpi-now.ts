import type { MetricName } from "../vocabulary/metrics.ts";

/** The actual of one KPI; money in major units. */
export interface KpiActual {
  readonly metric: MetricName;
  /** `2026`, `2026-Q4`, `2026-11`. */
  readonly period: string;
  readonly actual: number;
}

/** These add up over a period: a quarter's says nothing about the year's target. */
const addUp: readonly MetricName[] = ["new_sales", "upsell", "referrals", "testimonials"];

/**
 * What a linked KPI says now: the actual of the plan's own period; for a metric that stands at a level, such as
 * satisfaction, else of the first of the shorter `periods` that has data. Null: no data.
 */
export function kpiNow(
  metric: MetricName,
  actuals: readonly KpiActual[],
  planPeriod: string | null,
  periods: readonly string[],
): KpiActual | null {
  const candidates = [planPeriod, ...(addUp.includes(metric) ? [] : periods)];
  for (const period of candidates) {
    const found = actuals.find((one) => one.metric === metric && one.period === period);
    if (found) return found;
  }
  return null;
}
