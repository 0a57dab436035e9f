import type { Person, PlanStatus, PortfolioRow, PortfolioSort } from "@keyline/domain";
import type { RecordUrl } from "../desk/index.ts";
import type { Account } from "./account.ts";
import type { OverdueDates } from "./book.ts";
import { isNoticeWithin, noticeShownDays, untouchedDays, type Today } from "./find-accounts.ts";

export interface RowFacts extends Today {
  readonly overdue: OverdueDates | null;
  personOf(id: string): Person;
  readonly urlOf: RecordUrl;
}

export function rowOf(account: Account, facts: RowFacts): PortfolioRow {
  const { id, name, planStatus: status, noticeBy, outlook } = account;
  return {
    account: { id, name, url: facts.urlOf("companies", id) },
    type: account.type,
    tier: account.tier,
    health: { score: account.healthScore, band: account.healthBand, change: account.healthChange },
    attainmentPercent: account.attainment,
    nextCheckIn: account.nextCheckIn,
    overdueCheckIns: account.overdue,
    overdueSince: overdueSince(account, facts.overdue),
    plan: status && { status, untouchedDays: untouchedDays(account, facts) },
    notice: noticeBy && isNoticeWithin(account, noticeShownDays, facts.today) ? { by: noticeBy, outlook } : null,
    recurringMinor: account.recurringMinor,
    lead: account.leadManagerId === null ? null : facts.personOf(account.leadManagerId),
  };
}

/** What a list is sorted by; ascending begins with what needs looking after. Null is unknown. */
export function sortKey(account: Account, sort: PortfolioSort, facts: RowFacts): string | number | null {
  switch (sort) {
    case "check-in":
      return account.overdue > 0 ? (overdueSince(account, facts.overdue) ?? "") : account.nextCheckIn;
    case "name":
      return account.name;
    case "health":
      return account.healthScore;
    case "attainment":
      return account.attainment;
    case "plan":
      return planOrder[account.planStatus ?? "none"] - (untouchedDays(account, facts) === null ? 0 : 0.5);
    case "recurring":
      return account.recurringMinor;
    case "lead":
      return account.leadManagerId === null ? null : facts.personOf(account.leadManagerId).name;
  }
}

const planOrder: Readonly<Record<PlanStatus | "none", number>> = {
  none: 0,
  draft: 1,
  in_review: 2,
  active: 3,
  closed: 4,
};

function overdueSince({ id, overdue }: Account, dates: OverdueDates | null) {
  return overdue > 0 ? (dates?.get(id)?.[0] ?? null) : null;
}
