import {
  accountKpi,
  accountKpiKey,
  minorOf,
  metricNames,
  unitOfMetric,
  type MetricName,
  type NoDataReason,
} from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";

/** A metric of a period as it was last calculated. Money in whole minor units of the portal's currency. */
export interface StoredKpi {
  id: string;
  value: number | null;
  noData: NoDataReason | null;
  counted: number;
  calculatedAt: string | null;
}

/** Stored KPIs by their key. */
export type StoredKpis = ReadonlyMap<string, StoredKpi>;

const properties = [
  "kpi_key",
  "actual",
  "currency",
  "is_no_data",
  "no_data_reason",
  "evidence_count",
  "calculated_at",
] as const;

/** All metrics of a company in some periods: their keys are known, so they are read for certain, side by side. */
export async function readStoredKpis(
  hubspot: HubSpot,
  companyId: string,
  periods: readonly string[],
  currency: string,
  metrics: readonly MetricName[] = metricNames.values,
): Promise<StoredKpis> {
  const keys = periods.flatMap((period) => metrics.map((metric) => accountKpiKey(companyId, metric, period)));
  const records = await hubspot.records(accountKpi).read(keys, { idProperty: accountKpi.key, properties });
  return new Map(
    records.flatMap(({ id, properties: kept }) => {
      const { kpi_key: key, actual, currency: inCurrency, is_no_data: isNoData } = kept;
      const metric = key?.split(":")[1];
      if (key === null || !metricNames.has(metric)) return [];
      const isMoney = unitOfMetric[metric] === "money";
      // An amount in a currency that the portal has given up must be calculated anew.
      if (isMoney && inCurrency !== null && inCurrency !== currency) return [];
      const value = actual !== null && isMoney ? minorOf(actual, currency) : actual;
      const stored: StoredKpi = {
        id,
        value: isNoData ? null : value,
        noData: kept.no_data_reason,
        counted: kept.evidence_count ?? 0,
        calculatedAt: kept.calculated_at,
      };
      return [[key, stored] as const];
    }),
  );
}
