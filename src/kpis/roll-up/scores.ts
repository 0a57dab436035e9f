import {
  daysBetween,
  elapsedShare,
  healthScore,
  minorOf,
  percentOf,
  priorityScore,
  scoreReasons,
  type HealthFacts,
} from "@keyline/domain";
import type { Account } from "../accounts/account.ts";
import type { Facts } from "../facts/facts.ts";
import { checkInsKept } from "../metrics/check-ins-kept.ts";
import { nps } from "../metrics/nps.ts";
import { openTickets } from "../metrics/open-tickets.ts";
import type { PortalFacts } from "../portal-facts.ts";
import { sumOf, wonIn } from "../won-deals.ts";
import { changeIn, remembered } from "./health-by-month.ts";
import { selectionOf } from "./selection.ts";
import type { Standing } from "./standing.ts";

/** Priority, selection and health with what each is made of. `told` is what the account says of everything else now. */
export function scoresOf(account: Account, facts: Facts, told: Standing, portal: PortalFacts) {
  const { settings, today } = portal;
  const before = account.properties;
  const priority = priorityScore(
    {
      competition: before.am_competition,
      relationship: before.am_relationship,
      resources: before.am_resources,
      growth_potential: before.am_growth_potential,
      partnership_potential: before.am_partnership_potential,
      financial_health: before.am_financial_health,
    },
    settings.priorityWeights,
  );
  const rank = told.am_revenue_12_months === null ? null : before.am_revenue_rank;
  const selection = selectionOf(before, rank, settings);
  const { band, ...health } = healthScore(healthFacts(account, facts, told, portal), settings.healthWeights);
  const healthByMonth = remembered(before.am_score_reasons, health.score, today);
  return {
    am_priority_score: priority.score,
    am_revenue_rank: rank,
    am_selection_score: selection.score,
    am_health_score: health.score,
    am_health_band: band,
    am_health_change: changeIn(healthByMonth, health.score, today),
    am_score_reasons: scoreReasons.write({ priority, selection, health, healthByMonth }),
  };
}

/**
 * What health is judged by. Growth, satisfaction and check-ins look back twelve months, so that nobody falls ill on the
 * first day of a year; attainment is that of the fiscal year, against the straight line.
 */
function healthFacts(account: Account, facts: Facts, told: Standing, portal: PortalFacts): HealthFacts {
  const { today, currency, spans } = portal;
  const { twelve } = spans;
  const earlier = sumOf(wonIn(facts.deals, twelve.before));
  const revenue = minorOf(told.am_revenue_12_months ?? 0, currency);
  const noticeBy = told.am_notice_by ?? null;
  return {
    relationship: account.properties.am_relationship,
    satisfactionPercent: told.am_satisfaction ?? null,
    nps: nps.compute(facts, twelve).value,
    attainmentPercent: told.am_goal_attainment ?? null,
    elapsedShare: elapsedShare(spans.year.period, today),
    checkInsKeptPercent: checkInsKept.compute(facts, twelve).value,
    overdueCheckIns: facts.checkIns.filter(({ state }) => state === "overdue").length,
    unmetHighRiskNeeds: told.am_unmet_high_risk_needs ?? null,
    openTickets: openTickets.compute(facts, twelve).value,
    revenueGrowthPercent: earlier <= 0 ? null : percentOf(revenue - earlier, earlier),
    renewalOutlook: told.am_renewal_outlook ?? null,
    daysToNotice: noticeBy === null ? null : daysBetween(today, noticeBy),
  };
}
