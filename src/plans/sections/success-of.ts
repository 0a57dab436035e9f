import {
  metricNames,
  minorOf,
  ownTargets,
  percentOf,
  planReviews,
  Problem,
  targetOf,
  unitOfMetric,
  type MetricName,
  type PlanMeasure,
  type PlanReview,
  type SuccessSection,
  type Targets,
} from "@keyline/domain";
import type { KpiRecord, ObjectiveRecord, PlanContext, PlanRecord } from "../facts.ts";
import { personOf } from "../person-of.ts";
import { readPeriod } from "../revenue-of.ts";

/** How the plan is measured, and what its reviews said. */
export function successOf(
  plan: PlanRecord,
  objectives: readonly ObjectiveRecord[],
  context: PlanContext,
): SuccessSection {
  return {
    measures: measuresOf(plan, objectives, context),
    lastReviewedOn: plan.properties.last_reviewed_on,
    reviews: reviewsOf(plan)
      .map((one) => ({ ...one, by: personOf(one.by, context.owners) }))
      .toReversed(),
  };
}

/** The metrics that have a target here or measure an objective of the plan; linked ones first. */
function measuresOf(plan: PlanRecord, objectives: readonly ObjectiveRecord[], context: PlanContext): PlanMeasure[] {
  const linked = new Set(objectives.flatMap(({ properties }) => properties.kpi_metric ?? []));
  const period = readPeriod(plan.properties.period, context.desk.settings.fiscalYearStartMonth);
  const kpis = new Map(
    context.kpis
      .filter(({ properties }) => properties.period === plan.properties.period)
      .map(({ properties }) => [properties.metric, properties]),
  );
  const own = targetsOf(context);
  const type = plan.properties.account_type ?? context.account.company.properties.am_account_type;
  const measures = metricNames.values.flatMap((metric) => {
    const { settings, currency } = context.desk;
    const target = period && (targetOf(settings, { type, own }, metric, period.kind)?.value ?? null);
    if (target === null && !linked.has(metric)) return [];
    return [measureOf(metric, target, kpis.get(metric), linked.has(metric), currency)];
  });
  return measures.toSorted((one, other) => Number(other.isLinked) - Number(one.isLinked));
}

function measureOf(
  metric: MetricName,
  targetMajor: number | null,
  kpi: KpiRecord["properties"] | undefined,
  isLinked: boolean,
  currency: string,
): PlanMeasure {
  const unit = unitOfMetric[metric];
  const read = (value: number | null | undefined) =>
    value === null || value === undefined ? null : unit === "money" ? minorOf(value, currency) : value;
  const actual = kpi?.is_no_data ? null : read(kpi?.actual);
  const target = read(kpi?.target ?? targetMajor);
  return {
    metric,
    unit,
    actual,
    why: kpi?.no_data_reason ?? null,
    target,
    attainmentPercent: actual === null || target === null ? null : percentOf(actual, target),
    isLinked,
  };
}

/** Text that somebody else wrote there is no history of ours. */
export function reviewsOf({ properties }: PlanRecord): PlanReview[] {
  return unlessSpoilt(() => planReviews.read(properties.reviews)) ?? [];
}

function targetsOf({ account }: PlanContext): Targets | null {
  return unlessSpoilt(() => ownTargets.read(account.company.properties.am_targets));
}

function unlessSpoilt<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
