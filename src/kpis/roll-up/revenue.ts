import { majorOf, minorOf, percentOf, revenueMonths } from "@keyline/domain";
import type { Account } from "../accounts/account.ts";
import type { Facts } from "../facts/facts.ts";
import type { PortalFacts } from "../portal-facts.ts";
import { sumOf, wonIn } from "../won-deals.ts";
import { revenueByMonth } from "./revenue-by-month.ts";

/**
 * Revenue of the running fiscal year against its goal. The goal of a plan for that year stands before what the company
 * says. Revenue of an account that never had a deal is null, which is not nought.
 */
export function revenueStanding({ properties: before }: Account, { deals, plans }: Facts, portal: PortalFacts) {
  const { currency, spans } = portal;
  const { period: year } = spans.year;
  const planned = plans.find(
    ({ status, startsOn, endsOn, goal }) =>
      (status === "active" || status === "in_review") &&
      startsOn === year.startsOn &&
      endsOn === year.endsOn &&
      goal !== null,
  );
  const goal = planned?.goal ?? before.am_revenue_goal;
  const toDate = deals.length === 0 ? null : sumOf(wonIn(deals, spans.year));
  const twelve = deals.length === 0 ? null : sumOf(wonIn(deals, spans.twelve));
  return {
    am_revenue_goal: goal,
    am_revenue_to_date: toDate === null ? null : majorOf(toDate, currency),
    am_goal_attainment: toDate === null || goal === null ? null : percentOf(toDate, minorOf(goal, currency)),
    am_revenue_12_months: twelve === null ? null : majorOf(twelve, currency),
    am_revenue_by_month: deals.length === 0 ? null : revenueMonths.write(revenueByMonth(deals, spans.months)),
  };
}
