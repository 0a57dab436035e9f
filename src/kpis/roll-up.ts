import {
  accountProducts,
  company,
  dateIn,
  majorOf,
  openNeedStatuses,
  percentOf,
  periodOf,
  priorityScore,
  revenueMonths,
  type AccountProperties,
  type Settings,
} from "@keyline/domain";
import type { Rec } from "../hubspot/index.ts";
import type { Facts } from "./facts.ts";
import { revenueByMonth } from "./revenue-by-month.ts";
import { productsOf } from "./products-of.ts";
import { satisfaction } from "./metrics/satisfaction.ts";
import { spanOf } from "./span.ts";
import { sumOf, wonIn } from "./won-deals.ts";

const open: readonly string[] = openNeedStatuses;

/** What the company itself says, by the running fiscal year; empty when it says so already. */
export function rollUp(
  { id, properties: before }: Rec<(typeof company)["fields"]>,
  facts: Facts | undefined,
  { settings, currency, timeZone, now }: { settings: Settings; currency: string; timeZone: string; now: Date },
): { id: string; properties: Partial<AccountProperties> }[] {
  if (!facts) return [];
  const year = periodOf("year", dateIn(timeZone, now), settings.fiscalYearStartMonth);
  const span = spanOf(year, timeZone, now);
  const revenue = facts.deals.length > 0 ? majorOf(sumOf(wonIn(facts.deals, span)), currency) : null;
  const goal = before.am_revenue_goal;
  const needs = facts.needs.filter(({ status }) => open.includes(status));
  const highRisk = needs.filter(({ isHighRisk }) => isHighRisk);
  const hasNeeds = facts.needs.length > 0;
  const factors = {
    competition: before.am_competition,
    relationship: before.am_relationship,
    resources: before.am_resources,
    growth_potential: before.am_growth_potential,
    partnership_potential: before.am_partnership_potential,
    financial_health: before.am_financial_health,
  };
  const after = {
    am_revenue_to_date: revenue,
    am_revenue_by_month:
      facts.deals.length > 0 ? revenueMonths.write(revenueByMonth(facts.deals, timeZone, now)) : null,
    am_products: facts.products && accountProducts.write(productsOf(facts.deals, facts.products)),
    am_goal_attainment: revenue === null || goal === null ? null : percentOf(revenue, goal),
    am_satisfaction: satisfaction.compute(facts, span).value,
    am_open_needs: hasNeeds ? needs.length : null,
    am_unmet_high_risk_needs: hasNeeds ? highRisk.length : null,
    am_high_risk_gaps: hasNeeds ? highRisk.filter(({ hasInitiative }) => !hasInitiative).length : null,
    am_priority_score: priorityScore(factors, settings.priorityWeights).score,
  };
  const changed = Object.entries(after).filter(([name, value]) => before[name as keyof typeof after] !== value);
  if (changed.length === 0) return [];
  const properties = { ...Object.fromEntries(changed), am_last_recalculated: now.toISOString() };
  return [{ id, properties }];
}
