import {
  elapsedShare,
  healthParts,
  minorOf,
  paceOf,
  periodOf,
  scoreReasons,
  type AccountProperties,
  type HealthReason,
  type Language,
  type SummaryAnswer,
} from "@keyline/domain";
import type { PortalFacts } from "../facts.ts";
import type { Desk } from "../../desk/index.ts";

/** Revenue of the year against its goal; null when neither is known. */
export function revenueOf(
  { currency, settings }: Desk,
  all: AccountProperties,
  { today }: PortalFacts,
): SummaryAnswer["revenue"] {
  const minor = (amount: number | null) => (amount === null ? null : minorOf(amount, currency));
  const goalMinor = minor(all.am_revenue_goal);
  const toDateMinor = minor(all.am_revenue_to_date);
  if (goalMinor === null && toDateMinor === null) return null;
  const period = periodOf("year", today, settings.fiscalYearStartMonth);
  const pace = toDateMinor === null ? null : paceOf(goalMinor, toDateMinor, elapsedShare(period, today));
  return {
    period: period.key,
    toDateMinor,
    goalMinor,
    attainmentPercent: all.am_goal_attainment,
    paceMinor: pace?.differenceMinor ?? null,
  };
}

export function contractOf({ currency }: Desk, all: AccountProperties): SummaryAnswer["contract"] {
  const { am_contract_end: ends, am_notice_by: noticeBy, am_renewal_value: value, am_renewal_outlook: outlook } = all;
  if (!ends && !noticeBy) return null;
  return { ends, noticeBy, valueMinor: value === null ? null : minorOf(value, currency), outlook };
}

export function healthOf(all: AccountProperties, language: Language): SummaryAnswer["health"] {
  if (all.am_health_band === null) return null;
  const parts = scoreReasons.read(all.am_score_reasons)?.health.parts ?? [];
  const reasons = parts.map(({ part, points: given, max, reason }): HealthReason => {
    const points = Math.round(given - max);
    return reasonOf(part, points, all) ?? { part: "told", points, says: reason[language] };
  });
  return { score: all.am_health_score, band: all.am_health_band, reasons };
}

/** What a part takes from the score, with the fact behind it; null where the company itself does not show the fact. */
function reasonOf(
  part: (typeof healthParts.values)[number],
  points: number,
  all: AccountProperties,
): HealthReason | null {
  if (part === "relationship" && all.am_relationship !== null) return { part, points, strength: all.am_relationship };
  if (part === "satisfaction" && all.am_satisfaction !== null)
    return { part, points, percent: all.am_satisfaction, before: null };
  if (part === "attainment" && all.am_goal_attainment !== null)
    return { part, points, percent: all.am_goal_attainment };
  if (part === "check_ins" && all.am_overdue_check_ins)
    return { part: "check-ins", points, overdue: all.am_overdue_check_ins, keptPercent: null };
  if (part === "needs") return { part, points, unmetHighRisk: all.am_unmet_high_risk_needs ?? 0 };
  if (part === "renewal" && all.am_notice_by !== null) return { part, points, noticeBy: all.am_notice_by };
  return null;
}
