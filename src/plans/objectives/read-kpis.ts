import {
  accountKpi,
  accountKpiKey,
  metricNames,
  periodOf,
  type KpiActual,
  type MetricName,
  type PlainDate,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { KpiRecord } from "../facts.ts";

/** The periods that a day falls in, the longest first. */
export function periodsAt(today: PlainDate, fiscalYearStartMonth: number): string[] {
  return (["year", "quarter", "month"] as const).map((kind) => periodOf(kind, today, fiscalYearStartMonth).key);
}

/** The period that the key of a plan names: a plan that does not run today is measured by its own. */
export function periodsOfKey(planKey: string | null | undefined): string[] {
  return planKey?.split(":").slice(1, 2) ?? [];
}

/** Every KPI of the company in some periods, by key: one call, whatever is linked. */
export async function readKpis({ hubspot }: Desk, companyId: string, periods: readonly string[]): Promise<KpiRecord[]> {
  const keys = [...new Set(periods)].flatMap((period) =>
    metricNames.values.map((metric) => accountKpiKey(companyId, metric, period)),
  );
  return hubspot.records(accountKpi).read(keys, { idProperty: accountKpi.key });
}

/** Those that have data, as objectives are measured by them. */
export function actualsOf(kpis: readonly KpiRecord[]): KpiActual[] {
  return kpis.flatMap(({ properties: { metric, period, actual, is_no_data: isEmpty } }) =>
    metric === null || period === null || actual === null || isEmpty ? [] : [{ metric, period, actual }],
  );
}

/** The record of one KPI in a plan's period, to tie an objective to; null while it was not computed yet. */
export async function readKpiId(
  { hubspot }: Desk,
  companyId: string,
  metric: MetricName | null | undefined,
  period: string | null | undefined,
): Promise<string | null> {
  if (!metric || !period) return null;
  const key = accountKpiKey(companyId, metric, period);
  const [found] = await hubspot.records(accountKpi).read([key], { idProperty: accountKpi.key, properties: [] });
  return found?.id ?? null;
}
