import type { RenewalOutlook } from "../vocabulary/accounts.ts";
import type { HealthPart } from "../vocabulary/scores.ts";
import * as reasons from "./health-reasons.ts";
import { judgeRenewal } from "./health-renewal.ts";
import { shareOfFive, type Judged } from "./score.ts";

/** What health is judged by; null wherever nothing is known. Percentages are plain numbers, 69 for 69 %. */
export interface HealthFacts {
  /** The judged strength of the relationship, 1 to 5. */
  relationship: number | null;
  /** Share of satisfied answers; NPS stands in for it where only that is asked. */
  satisfactionPercent: number | null;
  nps: number | null;
  /** Revenue against the goal of the running period, and how much of the period is over (0 to 1). */
  attainmentPercent: number | null;
  elapsedShare: number;
  /** Held by their date plus grace, of those due; null when none was due. */
  checkInsKeptPercent: number | null;
  overdueCheckIns: number;
  /** Null when the account has no need on record: then nobody knows. */
  unmetHighRiskNeeds: number | null;
  /** Null when the account never had a ticket. */
  openTickets: number | null;
  /** Revenue against the same-length period before; null without revenue there. */
  revenueGrowthPercent: number | null;
  renewalOutlook: RenewalOutlook | null;
  /** Days until notice must be given, negative once it has passed; null without a date. */
  daysToNotice: number | null;
}

/** An overdue check-in costs this share of its part, on top of those not kept. */
const costOfOverdue = 0.4;
/** So many unmet high-risk needs, or open tickets, leave nothing of their part. */
const tooManyNeeds = 3;
const tooManyTickets = 5;
/** The part of the trend runs from revenue halved (0) to revenue up by a quarter (1). */
const worstGrowth = -50;
const bestGrowth = 25;

export function judgeHealth(facts: HealthFacts): Record<HealthPart, Judged> {
  return {
    relationship: judgeRelationship(facts),
    satisfaction: judgeSatisfaction(facts),
    attainment: judgeAttainment(facts),
    check_ins: judgeCheckIns(facts),
    needs: judgeNeeds(facts),
    tickets: judgeTickets(facts),
    trend: judgeTrend(facts),
    renewal: judgeRenewal(facts),
  };
}

function judgeRelationship({ relationship }: HealthFacts): Judged {
  return relationship === null
    ? null
    : { share: shareOfFive(relationship), reason: reasons.relationship(relationship) };
}

function judgeSatisfaction({ satisfactionPercent, nps }: HealthFacts): Judged {
  if (satisfactionPercent !== null) {
    return { share: satisfactionPercent / 100, reason: reasons.satisfaction(satisfactionPercent) };
  }
  return nps === null ? null : { share: (nps + 100) / 200, reason: reasons.nps(nps) };
}

/** Against the straight line, so that an account is not unwell in January for want of a year's revenue. */
function judgeAttainment({ attainmentPercent, elapsedShare }: HealthFacts): Judged {
  if (attainmentPercent === null || elapsedShare <= 0) return null;
  const expected = Math.min(1, elapsedShare) * 100;
  return { share: attainmentPercent / expected, reason: reasons.attainment(attainmentPercent, expected) };
}

function judgeCheckIns({ checkInsKeptPercent, overdueCheckIns }: HealthFacts): Judged {
  if (checkInsKeptPercent === null && overdueCheckIns === 0) return null;
  const share = (checkInsKeptPercent ?? 100) / 100 - costOfOverdue * overdueCheckIns;
  return { share, reason: reasons.checkIns(checkInsKeptPercent, overdueCheckIns) };
}

function judgeNeeds({ unmetHighRiskNeeds }: HealthFacts): Judged {
  if (unmetHighRiskNeeds === null) return null;
  return { share: 1 - unmetHighRiskNeeds / tooManyNeeds, reason: reasons.needs(unmetHighRiskNeeds) };
}

function judgeTickets({ openTickets }: HealthFacts): Judged {
  if (openTickets === null) return null;
  return { share: 1 - openTickets / tooManyTickets, reason: reasons.tickets(openTickets) };
}

function judgeTrend({ revenueGrowthPercent }: HealthFacts): Judged {
  if (revenueGrowthPercent === null) return null;
  const share = (revenueGrowthPercent - worstGrowth) / (bestGrowth - worstGrowth);
  return { share, reason: reasons.trend(revenueGrowthPercent) };
}
