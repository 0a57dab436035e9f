import {
  isLateObjective,
  kpiNow,
  periodOf,
  progressOf,
  roadmapKinds,
  unitOfMetric,
  type KpiActual,
  type Measure,
  type RoadmapItem,
} from "@keyline/domain";
import type { ObjectiveRecord, PlanContext } from "../facts.ts";
import { personOf } from "../person-of.ts";
import { periodsAt } from "./read-kpis.ts";

type Context = Pick<PlanContext, "desk" | "today" | "owners" | "plan">;

/** One line of the roadmap; null for an obstacle, and for a record without a key or a kind that we know. */
export function roadmapItemOf(
  { id, properties }: ObjectiveRecord,
  kpis: readonly KpiActual[],
  context: Context,
): RoadmapItem | null {
  const { desk, today, owners } = context;
  const kind = roadmapKinds.find((one) => one === properties.objective_kind);
  const key = properties.objective_key;
  if (!kind || key === null) return null;
  const status = properties.objective_status ?? "planned";
  const measure = measureOf(properties, kpis, context);
  const { start = null, now = null, target = null } = measure ?? {};
  const dueOn = properties.due_on;
  return {
    id,
    key,
    name: properties.objective_name ?? id,
    kind,
    status,
    description: properties.description,
    needKey: properties.need_key,
    owner: personOf(properties.hubspot_owner_id, owners),
    startsOn: properties.starts_on,
    dueOn,
    doneOn: properties.done_on,
    isLate: isLateObjective({ status, dueOn }, today),
    quarter: dueOn && periodOf("quarter", dueOn, desk.settings.fiscalYearStartMonth).key,
    measure,
    progress: progressOf({ status, typed: properties.progress, start, now, target }),
    typedProgress: properties.progress,
    isInternal: properties.is_internal ?? false,
  };
}

/** How it is measured; null where nobody said how. A linked KPI says how far it is; else a person typed it. */
export function measureOf(
  properties: ObjectiveRecord["properties"],
  kpis: readonly KpiActual[],
  { desk, today, plan }: Pick<PlanContext, "desk" | "today" | "plan">,
): Measure | null {
  const { measure: words, kpi_metric: metric, measure_start: start, measure_now, measure_target: target } = properties;
  if (words === null && metric === null && measure_now === null && target === null) return null;
  if (metric === null) return { words, metric, unit: "count", start, now: measure_now, target, period: null };
  const periods = periodsAt(today, desk.settings.fiscalYearStartMonth);
  const actual = kpiNow(metric, kpis, plan?.properties.period ?? periods[0] ?? null, periods);
  const unit = unitOfMetric[metric];
  return { words, metric, unit, start, now: actual?.actual ?? null, target, period: actual?.period ?? null };
}
