import { accountPlan, type Person, type PlanAnswer, type PlanPart } from "@keyline/domain";
import { cardFactsOf, readOwners, type Desk, type OwnerFacts } from "../../desk/index.ts";
import { choosePlan, inOrder, periodOfPlan } from "../choose-plan.ts";
import type { PlanAccount, PlanContext } from "../facts.ts";
import { objectivesOf } from "../objectives/objectives-of.ts";
import { readNeeds, readObjectives } from "../objectives/read-objectives.ts";
import { peopleOf } from "../people/people-of.ts";
import { nobody, readPeople, searchDeciders } from "../people/read-people.ts";
import { readAccount } from "../read-account.ts";
import { revenueOf } from "../revenue-of.ts";
import { personOf } from "../person-of.ts";

interface Asked {
  companyId: string;
  planKey?: string | undefined;
}

/**
 * The account plan card of one company. Two rounds of calls, each side by side: the company with what hangs on it, then
 * those records by id. What a section reads fails alone.
 */
export async function planOf(desk: Desk, { companyId, planKey }: Asked): Promise<PlanAnswer> {
  const unreadable = new Set<PlanPart>();
  const part = <T>(name: PlanPart, reading: Promise<T>, otherwise: T): Promise<T> =>
    reading.catch((error: unknown) => {
      unreadable.add(name);
      desk.log.warn({ part: name, companyId, reason: String(error) }, "A part of the plan card cannot be read");
      return otherwise;
    });
  const ownersRead = part("owners", readOwners(desk.hubspot, desk.settings), new Map<string, OwnerFacts>());
  const account = await readAccount(desk, companyId);
  const [owners, plans, objectives, needs, people, remembered] = await Promise.all([
    ownersRead,
    account.planIds.length === 0 ? [] : desk.hubspot.records(accountPlan).read(account.planIds),
    part("objectives", readObjectives(desk, account), []),
    part("needs", readNeeds(desk, account), []),
    part("people", readPeople(desk, account), nobody),
    part("people", searchDeciders(desk, account), []),
  ]);
  const facts = cardFactsOf(desk, account);
  const ordered = inOrder(plans);
  const plan = choosePlan(ordered, facts.today, planKey);
  const context: PlanContext = { desk, today: facts.today, owners, account, plan, needs };
  return {
    ...facts,
    unreadable: [...unreadable],
    ...accountFacts(account, owners),
    owners: [...owners.values()].filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name: name || id })),
    plan: plan && {
      ...periodOfPlan(plan),
      id: plan.id,
      name: plan.properties.plan_name ?? account.name,
      owner: personOf(plan.properties.hubspot_owner_id, owners),
      revenue: revenueOf(plan, context),
    },
    periods: ordered.map(periodOfPlan),
    people: peopleOf(people, remembered, context),
    objectives: objectivesOf(objectives, context),
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
