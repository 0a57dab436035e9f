import type { Person, PlanAnswer, PlanHead } from "@keyline/domain";
import { cardFactsOf, type Desk, type OwnerFacts } from "../../desk/index.ts";
import { choosePlan, inOrder, periodOfPlan } from "../choose-plan.ts";
import type { PlanAccount, PlanContext, PlanRecord } from "../facts.ts";
import { objectivesOf } from "../objectives/objectives-of.ts";
import { peopleOf } from "../people/people-of.ts";
import { personOf } from "../person-of.ts";
import { revenueOf } from "../revenue-of.ts";
import { startOf } from "../start/start-of.ts";
import { isUnfinished } from "../unfinished.ts";
import type { CardReading } from "./read-card.ts";

/**
 * The card from what was read.
 * @throws Problem `not-found` when the account has no plan of that key
 */
export function presentCard(desk: Desk, reading: CardReading, planKey?: string): PlanAnswer {
  const { account, owners, needs, deals } = reading;
  const facts = cardFactsOf(desk, account);
  const plans = inOrder(reading.plans);
  const plan = choosePlan(plans, facts.today, planKey);
  const context: PlanContext = { desk, today: facts.today, owners, account, plan, needs };
  return {
    ...facts,
    unreadable: [...reading.unreadable],
    ...accountFacts(account, owners),
    owners: [...owners.values()].filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name: name || id })),
    plan: plan && headOf(plan, context),
    periods: plans.map(periodOfPlan),
    start: plan ? null : startOf(desk, account, deals, facts.today),
    people: peopleOf(reading.people, reading.remembered, context),
    objectives: objectivesOf(reading.objectives, reading.kpis, context),
  };
}

function headOf(plan: PlanRecord, context: PlanContext): PlanHead {
  const { properties } = plan;
  return {
    ...periodOfPlan(plan),
    id: plan.id,
    name: properties.plan_name ?? context.account.name,
    owner: personOf(properties.hubspot_owner_id, context.owners),
    type: properties.account_type,
    isUnfinished: isUnfinished(plan),
    revenue: revenueOf(plan, context),
  };
}

function accountFacts({ company: { properties, raw } }: PlanAccount, owners: ReadonlyMap<string, OwnerFacts>) {
  const parentId = raw["hs_parent_company_id"];
  const managedUnder: Person | null =
    properties.am_managed_under && parentId ? { id: parentId, name: properties.am_managed_under } : null;
  return {
    type: properties.am_account_type,
    tier: properties.am_tier,
    leadManager: personOf(properties.am_lead_manager ?? raw["hubspot_owner_id"] ?? null, owners),
    managedUnder,
    health: properties.am_health_band && { score: properties.am_health_score, band: properties.am_health_band },
  };
}
