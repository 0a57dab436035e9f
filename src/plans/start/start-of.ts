import {
  containsDate,
  isManaged,
  minorOf,
  periodOf,
  planTemplates,
  previousPeriod,
  proposedPeriods,
  templateItems,
  type AccountType,
  type PlanOffer,
  type PlanStart,
  type PlainDate,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { PlanAccount } from "../facts.ts";
import type { DealGlance } from "./read-deals.ts";
import { snapshotWords } from "./snapshot-words.ts";

/** What the first plan of an account can start from: four templates, and all that HubSpot already knows. */
export function startOf(
  desk: Desk,
  { company }: PlanAccount,
  deals: readonly DealGlance[],
  today: PlainDate,
): PlanStart {
  const { properties, raw } = company;
  const { currency, caller } = desk;
  return {
    snapshot: snapshotWords({ raw, deals, currency, today }, caller.language),
    lastYearMinor: lastYear(desk, deals, today),
    ownerId: ownerOf(company),
    isManaged: isManaged(properties),
    offers: (Object.keys(planTemplates) as AccountType[]).map((type) => offerOf(desk, type, company, today)),
  };
}

/** Whose a plan of the account is: its lead manager's, else its owner's in HubSpot. */
export function ownerOf({ properties, raw }: PlanAccount["company"]): string | null {
  return properties.am_lead_manager ?? (raw["hubspot_owner_id"] || null);
}

/** When the account's contract is decided: its notice date, else its end. */
export function renewalOn({ properties }: PlanAccount["company"]): PlainDate | null {
  return properties.am_notice_by ?? properties.am_contract_end;
}

/** What one template brings, and the period and goal that suit the account. */
export function offerOf(desk: Desk, type: AccountType, company: PlanAccount["company"], today: PlainDate): PlanOffer {
  const { settings, currency, caller } = desk;
  const template = planTemplates[type];
  const { periods, proposed } = proposedPeriods(template, today, settings.fiscalYearStartMonth);
  const items = templateItems(template, proposed, { from: today, renewalOn: renewalOn(company) });
  const yearlyGoal = company.properties.am_revenue_goal;
  return {
    type,
    about: template.about[caller.language],
    objectives: items.filter(({ line }) => line.kind === "objective").length,
    milestones: items.filter(({ line }) => line.kind === "milestone").length,
    reviews: template.reviews,
    checkIns: settings.rhythms[type],
    brings: items.map(({ line }) => line.name[caller.language]),
    periods: periods.map(({ key, endsOn }) => ({ key, endsOn })),
    proposed: proposed.key,
    goalMinor: yearlyGoal === null ? null : minorOf(yearlyGoal / (template.period === "quarter" ? 4 : 1), currency),
  };
}

/** What the account brought in the fiscal year before; null where it never had a deal. */
function lastYear({ settings }: Desk, deals: readonly DealGlance[], today: PlainDate): number | null {
  if (deals.length === 0) return null;
  const year = previousPeriod(periodOf("year", today, settings.fiscalYearStartMonth));
  return deals
    .filter(({ standing, closesOn }) => standing === "won" && closesOn !== null && containsDate(year, closesOn))
    .reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);
}
