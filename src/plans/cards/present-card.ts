import { nextPeriod, type PlanAnswer, type PlanHead } from "@keyline/domain";
import { cardFactsOf, managedUnderOf, type Desk, type OwnerFacts } from "../../desk/index.ts";
import { choosePlan, inOrder, periodOfPlan } from "../choose-plan.ts";
import type { ObjectiveRecord, PlanAccount, PlanContext, PlanRecord } from "../facts.ts";
import { objectivesOf } from "../objectives/objectives-of.ts";
import { actualsOf } from "../objectives/read-kpis.ts";
import { peopleOf } from "../people/people-of.ts";
import { personOf } from "../person-of.ts";
import { readPeriod, revenueOf } from "../revenue-of.ts";
import { freshnessOf } from "../sections/freshness-of.ts";
import { resourcesOf } from "../sections/resources-of.ts";
import { successOf } from "../sections/success-of.ts";
import { startOf } from "../start/start-of.ts";
import { isUnfinished } from "../unfinished.ts";
import { accountValuesOf, priorityOf } from "../values/account-values.ts";
import { planValuesOf } from "../values/plan-values.ts";
import type { CardReading } from "./read-card.ts";

/**
 * The card from what was read.
 * @throws Problem `not-found` when the account has no plan of that key
 */
export function presentCard(desk: Desk, reading: CardReading, planKey?: string): PlanAnswer {
  const { account, owners, needs, deals, kpis } = reading;
  const facts = cardFactsOf(desk, account);
  const plans = inOrder(reading.plans);
  const plan = choosePlan(plans, facts.today, planKey);
  const context: PlanContext = {
    desk,
    today: facts.today,
    owners,
    account,
    family: reading.family,
    plan,
    needs,
    kpis,
  };
  const ofPlan = reading.objectives.filter(
    ({ properties }) => plan !== null && properties.plan_key === plan.properties.plan_key,
  );
  return {
    ...facts,
    unreadable: [...reading.unreadable],
    ...accountFacts(account, owners),
    account: accountValuesOf(account.company, desk.settings, desk.currency),
    priority: priorityOf(account.company.properties, desk.settings),
    family: reading.family.map(({ id, name }) => ({ id, name })),
    openings: null,
    owners: [...owners.values()].filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name: name || id })),
    plan: plan && headOf(plan, plans, ofPlan, context),
    periods: plans.map(periodOfPlan),
    start: plan ? null : startOf(desk, account, deals, facts.today),
    people: peopleOf(reading.people, reading.remembered, context),
    objectives: objectivesOf(reading.objectives, actualsOf(kpis), context),
  };
}

function headOf(
  plan: PlanRecord,
  plans: readonly PlanRecord[],
  objectives: readonly ObjectiveRecord[],
  context: PlanContext,
): PlanHead {
  const { properties } = plan;
  return {
    ...periodOfPlan(plan),
    id: plan.id,
    name: properties.plan_name ?? context.account.name,
    owner: personOf(properties.hubspot_owner_id, context.owners),
    type: properties.account_type,
    isUnfinished: isUnfinished(plan),
    carriedFrom: properties.carried_from,
    next: nextOf(plan, plans, context),
    closedOn: properties.closed_on,
    closingNote: properties.closing_note,
    revenue: revenueOf(plan, context),
    values: planValuesOf(properties, context.desk.currency),
    freshness: freshnessOf(plan, objectives, context),
    resources: resourcesOf(plan, objectives, context),
    success: successOf(plan, objectives, context),
  };
}

function nextOf(plan: PlanRecord, plans: readonly PlanRecord[], { desk }: PlanContext): PlanHead["next"] {
  const period = readPeriod(plan.properties.period, desk.settings.fiscalYearStartMonth);
  if (!period) return null;
  const { key, endsOn } = nextPeriod(period);
  const standing = plans.find(({ properties }) => properties.period === key);
  return { period: key, endsOn, key: standing?.properties.plan_key ?? null };
}

function accountFacts({ company: { properties, raw } }: PlanAccount, owners: ReadonlyMap<string, OwnerFacts>) {
  return {
    type: properties.am_account_type,
    tier: properties.am_tier,
    leadManager: personOf(properties.am_lead_manager ?? raw["hubspot_owner_id"] ?? null, owners),
    managedUnder: managedUnderOf(properties),
    health: properties.am_health_band && { score: properties.am_health_score, band: properties.am_health_band },
  };
}
