import { openNeedStatuses, type NeedStatus, type ObjectivesSection } from "@keyline/domain";
import type { ObjectiveRecord, PlanContext } from "../facts.ts";

const open: readonly (NeedStatus | null)[] = openNeedStatuses;

/** The roadmap of the plan that is shown, from what was read. */
export function objectivesOf(objectives: readonly ObjectiveRecord[], { plan, needs }: PlanContext): ObjectivesSection {
  const ofPlan = objectives.filter(({ properties }) => plan && properties.plan_key === plan.properties.plan_key);
  return {
    items: ofPlan.map(({ id, properties }) => ({
      id,
      key: properties.objective_key ?? "",
      name: properties.objective_name ?? id,
      kind: properties.objective_kind ?? "objective",
      status: properties.objective_status ?? "planned",
      due: properties.due_on,
    })),
    needs: needs
      .filter(({ properties }) => open.includes(properties.need_status))
      .map(({ id, properties }) => ({ id, key: properties.need_key ?? "", name: properties.need_name ?? id })),
  };
}
