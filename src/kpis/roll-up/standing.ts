import { accountProducts, openNeedStatuses } from "@keyline/domain";
import type { Account } from "../accounts/account.ts";
import { isCandidate } from "../accounts/read-accounts.ts";
import type { Facts } from "../facts/facts.ts";
import { satisfaction } from "../metrics/satisfaction.ts";
import type { PortalFacts } from "../portal-facts.ts";
import { contactStanding } from "./contact.ts";
import { currentPlan } from "./current-plan.ts";
import { numberChangesStanding } from "./number-changes.ts";
import { productsOf } from "./products-of.ts";
import { renewalStanding } from "./renewal.ts";
import { revenueStanding } from "./revenue.ts";
import { scoresOf } from "./scores.ts";

export type Standing = Partial<Account["properties"]>;

/**
 * What a managed account says of itself, from its facts and its family's. Properties that nobody can know here are left
 * out; null clears one. Pure, and the same for the same facts on the same day.
 */
export function standingOf(account: Account, facts: Facts, portal: PortalFacts): Standing {
  const revenue = revenueStanding(account, facts, portal);
  const needs = needsStanding(facts);
  const renewal = renewalStanding(account, facts, portal);
  const contact = contactStanding(account, facts, portal);
  const told = {
    ...revenue,
    ...needs,
    ...renewal,
    ...planStanding(facts, portal),
    ...contact,
    ...numberChangesStanding(facts, { ...revenue, ...contact }, portal),
    am_satisfaction: satisfaction.compute(facts, portal.spans.twelve).value,
    am_products: facts.products && accountProducts.write(productsOf(facts.deals, facts.products)),
  };
  return { ...told, ...scoresOf(account, facts, told, portal) };
}

/** Of a company that nobody manages yet: what the ranked list needs to choose it. */
export function candidateStanding(account: Account, facts: Facts, portal: PortalFacts): Standing {
  if (!isCandidate(account)) return {};
  const { am_revenue_12_months, am_revenue_by_month } = revenueStanding(account, facts, portal);
  const told = { am_revenue_12_months, am_revenue_by_month };
  const { am_priority_score, am_selection_score, am_score_reasons } = scoresOf(account, facts, told, portal);
  return { ...told, am_priority_score, am_selection_score, am_score_reasons };
}

/** What differs from what the company says already. */
export function changesOf(account: Account, after: Standing): Standing {
  const changed = Object.entries(after).filter(
    ([name, value]) => value !== undefined && account.properties[name as keyof Standing] !== value,
  );
  return Object.fromEntries(changed);
}

const open: readonly string[] = openNeedStatuses;

function needsStanding({ needs: all }: Facts): Standing {
  if (all.length === 0) return { am_open_needs: null, am_unmet_high_risk_needs: null, am_high_risk_gaps: null };
  const needs = all.filter(({ status }) => open.includes(status));
  const highRisk = needs.filter(({ isHighRisk }) => isHighRisk);
  return {
    am_open_needs: needs.length,
    am_unmet_high_risk_needs: highRisk.length,
    am_high_risk_gaps: highRisk.filter(({ hasInitiative }) => !hasInitiative).length,
  };
}

function planStanding({ plans }: Facts, { today }: PortalFacts): Standing {
  const plan = currentPlan(plans, today);
  return {
    am_plan_status: plan?.status ?? null,
    am_plan_last_touched: plan?.touchedOn ?? null,
    am_plan_ends: plan?.endsOn ?? null,
  };
}
