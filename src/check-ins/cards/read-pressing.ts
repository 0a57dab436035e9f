import {
  accountNeed,
  accountPlan,
  company,
  daysBetween,
  openNeedStatuses,
  openObjectiveStatuses,
  planObjective,
  type ObjectiveStatus,
  type PlanStatus,
  type RecordLink,
} from "@keyline/domain";
import { homesOf, type FamilyReading } from "../../desk/index.ts";
import type { HubSpot } from "../../hubspot/index.ts";
import type { PortalFacts } from "../facts.ts";
import type { DoNextFacts } from "./do-next.ts";
import type { CardCompany } from "./read-company.ts";

/** The end of a plan this near is something to do. */
const planSoonDays = 30;

/** What may press, by record id: it hangs on the company. */
export interface Hanging {
  needIds: readonly string[];
  objectiveIds: readonly string[];
  planIds: readonly string[];
}

export const nothingHangs: Hanging = { needIds: [], objectiveIds: [], planIds: [] };

/**
 * Read beside the company, and the records then by id: after the click that settles one, a search would go on naming it
 * for seconds. A company that manages its family answers for the needs of all of it; plans are its own.
 */
export async function readHanging(
  { associations }: HubSpot,
  companyId: string,
  family: FamilyReading,
): Promise<Hanging> {
  const idsOf = async (object: Parameters<typeof associations.read>[1]) => {
    const found = await associations.read(company, object, [companyId]);
    return (found.get(companyId) ?? []).map(({ id }) => id);
  };
  const [needs, objectiveIds, planIds] = await Promise.all([
    family.ties(accountNeed),
    idsOf(planObjective),
    idsOf(accountPlan),
  ]);
  return { needIds: [...homesOf(needs, companyId).keys()], objectiveIds, planIds };
}

/** A high-risk need without an initiative; the company says whether there is one to look for. */
export async function unservedNeed(
  hubspot: HubSpot,
  { all }: CardCompany,
  { needIds }: Hanging,
): Promise<DoNextFacts["need"]> {
  if ((all.am_high_risk_gaps ?? 0) === 0 || needIds.length === 0) return null;
  const properties = ["need_name", "need_status", "risk", "initiatives"] as const;
  const needs = await hubspot.records(accountNeed).read(needIds, { properties });
  const open: readonly (string | null)[] = openNeedStatuses;
  const unserved = needs
    .filter(({ properties: need }) => open.includes(need.need_status) && need.risk === "high" && !need.initiatives)
    .sort(byId);
  const [first] = unserved;
  return first ? { link: linkOf(first.id, first.properties.need_name), count: unserved.length } : null;
}

const ofObjective = [
  "objective_key",
  "objective_name",
  "objective_kind",
  "objective_status",
  "due_on",
  "company_record_id",
] as const;

/** The objective that has been late the longest, where a plan is running. */
export async function lateObjective(
  hubspot: HubSpot,
  { account, all }: CardCompany,
  { objectiveIds }: Hanging,
  { today }: PortalFacts,
): Promise<DoNextFacts["objective"]> {
  if (!isRunning(all.am_plan_status) || objectiveIds.length === 0) return null;
  const objectives = await hubspot.records(planObjective).read(objectiveIds, { properties: ofObjective });
  const open: readonly ObjectiveStatus[] = openObjectiveStatuses;
  const late = objectives.sort(byId).flatMap(({ id, properties: one }) => {
    const { objective_key: key, objective_kind: kind, objective_status: status, due_on: due } = one;
    if (!key || !status || !due || kind === "obstacle" || due >= today || !open.includes(status)) return [];
    // One that serves a need here may be of the plan of the company above.
    if (one.company_record_id !== null && one.company_record_id !== Number(account.id)) return [];
    return [{ link: linkOf(id, one.objective_name), key, status, due }];
  });
  return late.sort((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)))[0] ?? null;
}

/** The running plan, when it ends soon and nobody has begun the one after it. */
export async function endingPlan(
  hubspot: HubSpot,
  { all }: CardCompany,
  { planIds }: Hanging,
  { today }: PortalFacts,
): Promise<DoNextFacts["plan"]> {
  const { am_plan_ends: ends, am_plan_status: status } = all;
  if (!ends || !isRunning(status) || daysBetween(today, ends) > planSoonDays || planIds.length === 0) return null;
  const properties = ["plan_name", "plan_status", "starts_on", "ends_on"] as const;
  const plans = await hubspot.records(accountPlan).read(planIds, { properties });
  const plan = plans.find((one) => isRunning(one.properties.plan_status) && one.properties.ends_on === ends);
  const hasNext = plans.some((one) => one.properties.starts_on !== null && one.properties.starts_on > ends);
  return plan && !hasNext ? { link: linkOf(plan.id, plan.properties.plan_name), ends } : null;
}

function isRunning(status: PlanStatus | null): boolean {
  return status === "active" || status === "in_review";
}

/** HubSpot answers in no promised order; of equals, the one made first stands first. */
function byId(one: { id: string }, other: { id: string }): number {
  return Number(one.id) - Number(other.id);
}

function linkOf(id: string, name: string | null): RecordLink {
  return { id, name: name ?? id, url: null };
}
