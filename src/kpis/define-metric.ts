import { unitOfMetric, type MetricName, type MetricUnit, type NoDataReason, type Words } from "@keyline/domain";
import type { Facts, Span } from "./facts/facts.ts";

/** What was counted. `object` is HubSpot's or our name of the object. */
export interface Counted {
  object: string;
  ids: string[];
}

export interface Result {
  /** Whole minor units where it is money; null is no data, which is never zero. */
  value: number | null;
  reason?: NoDataReason;
  evidence: Counted[];
  leftOut?: (Counted & { reason: string })[];
}

export interface Metric {
  name: MetricName;
  unit: MetricUnit;
  formula: Words;
  /** The facts that it is computed from. */
  needs: readonly (keyof Facts)[];
  compute(facts: Facts, span: Span): Result;
}

/** One metric. A period that has not begun has no data, nor has one whose records this portal does not give. */
export function defineMetric(metric: Omit<Metric, "unit">): Metric {
  return {
    ...metric,
    unit: unitOfMetric[metric.name],
    compute(facts, span) {
      if (span.stage === "ahead") return noData("not_begun");
      if (metric.needs.some((need) => facts[need] === null)) return noData("source_unavailable");
      return metric.compute(facts, span);
    },
  };
}

export function noData(reason: NoDataReason): Result {
  return { value: null, reason, evidence: [] };
}

/** In the order of their ids: HubSpot promises none, and the same evidence must read the same. */
export function idsOf(object: string, records: readonly { id: string }[]): Counted[] {
  return records.length > 0 ? [{ object, ids: records.map(({ id }) => id).sort((a, b) => Number(a) - Number(b)) }] : [];
}
