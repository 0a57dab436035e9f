import {
  minorOf,
  revenueMonths,
  type AccountProperties,
  type AccountType,
  type company,
  type HealthBand,
  type PlainDate,
  type PlanStatus,
  type RenewalOutlook,
  type RevenueMonths,
  type Tier,
} from "@keyline/domain";
import type { Rec } from "../hubspot/index.ts";

/** One managed account, as far as the portfolio cares. Money in whole minor units of the portal's currency. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly type: AccountType;
  readonly tier: Tier | null;
  readonly healthScore: number | null;
  readonly healthBand: HealthBand;
  readonly healthChange: number | null;
  readonly attainment: number | null;
  readonly goalMinor: number | null;
  readonly toDateMinor: number | null;
  readonly recurringMinor: number | null;
  readonly months: RevenueMonths;
  readonly nextCheckIn: PlainDate | null;
  readonly overdue: number;
  readonly planStatus: PlanStatus | null;
  readonly planTouched: PlainDate | null;
  readonly noticeBy: PlainDate | null;
  readonly outlook: RenewalOutlook | null;
  readonly leadManagerId: string | null;
  readonly teamIds: readonly string[];
}

/** What is read of a company. */
export const accountProperties = [
  "am_account_type",
  "am_tier",
  "am_rhythm",
  "am_health_score",
  "am_health_band",
  "am_health_change",
  "am_goal_attainment",
  "am_revenue_goal",
  "am_revenue_to_date",
  "am_revenue_by_month",
  "am_recurring_revenue",
  "am_next_check_in",
  "am_overdue_check_ins",
  "am_plan_status",
  "am_plan_last_touched",
  "am_notice_by",
  "am_renewal_outlook",
  "am_lead_manager",
  "am_team",
] as const satisfies readonly (keyof AccountProperties)[];
/** HubSpot's own, as text. */
export const accountExtra = ["name", "hubspot_owner_id"] as const;

/** Null for a company that is not managed. */
export function accountOf(record: Rec<(typeof company)["fields"]>, currency: string): Account | null {
  const { id, raw, properties: of } = record;
  if (of.am_account_type === null || of.am_rhythm === null) return null;
  const minor = (amount: number | null) => (amount === null ? null : minorOf(amount, currency));
  return {
    id,
    name: raw["name"] || id,
    type: of.am_account_type,
    tier: of.am_tier,
    healthScore: of.am_health_score,
    healthBand: of.am_health_band ?? "unknown",
    healthChange: of.am_health_change,
    attainment: of.am_goal_attainment,
    goalMinor: minor(of.am_revenue_goal),
    toDateMinor: minor(of.am_revenue_to_date),
    recurringMinor: minor(of.am_recurring_revenue),
    months: monthsOf(of.am_revenue_by_month),
    nextCheckIn: of.am_next_check_in,
    overdue: of.am_overdue_check_ins ?? 0,
    planStatus: of.am_plan_status,
    planTouched: of.am_plan_last_touched,
    noticeBy: of.am_notice_by,
    outlook: of.am_renewal_outlook,
    leadManagerId: of.am_lead_manager ?? (raw["hubspot_owner_id"] || null),
    teamIds: of.am_team ?? [],
  };
}

/** Text that a person has spoilt counts as none: one account must not keep the list from showing. */
function monthsOf(text: string | null): RevenueMonths {
  try {
    return revenueMonths.read(text) ?? {};
  } catch {
    return {};
  }
}
