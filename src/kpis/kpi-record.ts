import {
  accountKpi,
  accountKpiKey,
  kpiEvidence,
  kpiLeftOut,
  majorOf,
  metricNames,
  percentOf,
  type AccountKpi,
} from "@keyline/domain";
import type { WriteValues } from "../hubspot/index.ts";
import type { Counted, Metric, Result } from "./define-metric.ts";
import type { Span } from "./facts/facts.ts";

/** A long text takes 65,536 characters; so many ids stay well below it, and the count tells the rest. */
const mostIds = 2_500;

export interface KpiWrite {
  key: string;
  properties: WriteValues<(typeof accountKpi)["fields"]>;
}

/** What HubSpot keeps of a result. */
export function kpiRecord(
  company: { id: string; name: string; ownerId: string | null; target: { value: number; isOwn: boolean } | null },
  metric: Metric,
  span: Span,
  result: Result,
  previous: number | null,
  { currency }: { currency: string },
): KpiWrite {
  const { period } = span;
  const shown = (value: number | null) =>
    value !== null && metric.unit === "money" ? majorOf(value, currency) : value;
  const actual = shown(result.value);
  const { target } = company;
  const key = accountKpiKey(company.id, metric.name, period.key);
  return {
    key,
    properties: {
      kpi_key: key,
      kpi_name: `${company.name}: ${metricNames.labels[metric.name].en}, ${period.key}`,
      company_record_id: Number(company.id),
      hubspot_owner_id: company.ownerId,
      metric: metric.name,
      period: period.key,
      period_kind: period.kind,
      starts_on: period.startsOn,
      ends_on: period.endsOn,
      unit: metric.unit,
      currency: metric.unit === "money" ? currency : null,
      target: target?.value ?? null,
      is_own_target: target?.isOwn ?? null,
      actual,
      previous: shown(previous),
      attainment: actual === null || !target ? null : percentOf(actual, target.value),
      is_no_data: result.value === null,
      no_data_reason: result.reason ?? null,
      evidence: result.evidence.length > 0 ? kpiEvidence.write(shortened(result.evidence)) : null,
      evidence_count: result.evidence.reduce((sum, { ids }) => sum + ids.length, 0),
      left_out: result.leftOut?.length ? kpiLeftOut.write(shortened(result.leftOut)) : null,
    },
  };
}

/** Whether the record in HubSpot says anything else. */
export function isChanged(
  before: { [K in keyof AccountKpi]?: unknown } | undefined,
  { properties }: KpiWrite,
): boolean {
  if (!before) return true;
  return Object.entries(properties).some(
    ([name, value]) => (before[name as keyof AccountKpi] ?? null) !== (value ?? null),
  );
}

function shortened<T extends Counted>(counted: readonly T[]): T[] {
  return counted.map((one) => ({ ...one, ids: one.ids.slice(0, mostIds) }));
}
