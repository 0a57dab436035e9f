import { majorOf, minorOf, unitOfMetric, type KpiTarget, type MetricName, type Target } from "@keyline/domain";

/** A target as settings and companies keep it (money in major units), in the units of the card API. */
export function inMinor(target: Target | undefined, metric: MetricName, currency: string): KpiTarget | null {
  if (!target) return null;
  return { per: target.per, value: valueInMinor(target.value, metric, currency) };
}

export function inMajor(target: KpiTarget | null, metric: MetricName, currency: string): Target | undefined {
  if (!target) return undefined;
  const isMoney = unitOfMetric[metric] === "money";
  return { per: target.per, value: isMoney ? majorOf(target.value, currency) : target.value };
}

export function valueInMinor(value: number, metric: MetricName, currency: string): number {
  return unitOfMetric[metric] === "money" ? minorOf(value, currency) : value;
}
