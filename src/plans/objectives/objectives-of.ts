import {
  byThreat,
  inRoadmapOrder,
  isOpenObjective,
  openNeedStatuses,
  type KpiActual,
  type NeedToServe,
  type ObjectivesSection,
  type Obstacle,
  type RoadmapItem,
} from "@keyline/domain";
import type { NeedRecord, ObjectiveRecord, PlanContext } from "../facts.ts";
import { personOf } from "../person-of.ts";
import { roadmapItemOf } from "./roadmap-item-of.ts";

/** The roadmap of the plan that is shown, and what is in its way, from what was read. */
export function objectivesOf(
  objectives: readonly ObjectiveRecord[],
  kpis: readonly KpiActual[],
  context: PlanContext,
): ObjectivesSection {
  // HubSpot answers in no promised order; of equals, the one made first stands first.
  const ofPlan = objectives
    .filter((one) => belongs(one, context))
    .toSorted((one, other) => Number(one.id) - Number(other.id));
  const roadmap = ofPlan.flatMap((one) => roadmapItemOf(one, kpis, context) ?? []);
  const served = new Set(roadmap.flatMap(({ needKey }) => needKey ?? []));
  return {
    roadmap: inRoadmapOrder<RoadmapItem>(roadmap, context.today),
    obstacles: byThreat(ofPlan.flatMap((one) => obstacleOf(one, context) ?? [])),
    needs: context.needs
      .flatMap((need) => needToServe(need, context) ?? [])
      .filter(({ isOpen, key }) => isOpen || served.has(key))
      .toSorted((one, other) => one.name.localeCompare(other.name)),
  };
}

/** What somebody made in HubSpot without naming a plan belongs to the running one as long as it is open. */
function belongs({ properties }: ObjectiveRecord, { plan }: PlanContext): boolean {
  if (!plan) return false;
  if (properties.plan_key !== null) return properties.plan_key === plan.properties.plan_key;
  const isRunning = plan.properties.plan_status === "active" || plan.properties.plan_status === "in_review";
  return isRunning && isOpenObjective({ status: properties.objective_status ?? "planned" });
}

function obstacleOf({ id, properties }: ObjectiveRecord, { owners }: PlanContext): Obstacle | null {
  if (properties.objective_kind !== "obstacle" || properties.objective_key === null) return null;
  return {
    id,
    key: properties.objective_key,
    name: properties.objective_name ?? id,
    status: properties.objective_status ?? "planned",
    description: properties.description,
    likelihood: properties.likelihood,
    impact: properties.impact,
    answer: properties.answer,
    owner: personOf(properties.hubspot_owner_id, owners),
    nextStep: properties.next_step,
    nextStepOn: properties.next_step_on,
    dueOn: properties.due_on,
    isInternal: properties.is_internal ?? false,
  };
}

function needToServe({ id, properties }: NeedRecord, { account }: PlanContext): NeedToServe | null {
  const { need_key: key, need_name, risk, need_status: status } = properties;
  if (key === null) return null;
  const isOpen = (openNeedStatuses as readonly (string | null)[]).includes(status);
  const companyId = account.needHomes.get(id) ?? null;
  return { id, companyId, key, name: need_name ?? id, isHighRisk: risk === "high", isOpen };
}
