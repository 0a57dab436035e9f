import type { KpiFigure, KpiTarget, MetricName, MetricUnit } from "@keyline/domain";
import type { Host } from "@keyline/ui";

type Texts = Pick<Host, "say" | "numbers">;

/** A number in its metric's unit: "SAR 310k", "61%", "4". */
export function valueText(value: number, unit: MetricUnit, currency: string, { numbers }: Texts): string {
  if (unit === "money") return numbers.money(value, currency);
  const text = unit === "percent" ? numbers.percent(value) : numbers.number(value);
  return text.replace("-", "−");
}

/** What is there of what there should be: "SAR 310k of 400k", "61%, target 80%". The second amount needs no currency. */
export function actualText(figure: KpiFigure, currency: string, host: Texts): string | null {
  const { value, unit, target, metric } = figure;
  if (value === null) return null;
  const actual = valueText(value, unit, currency, host);
  if (!target) return actual;
  const aim =
    unit === "money" ? host.numbers.amount(target.value, currency) : valueText(target.value, unit, currency, host);
  if (isCeiling(metric)) return host.say("kpiAtMost", { actual, target: aim });
  return host.say(unit === "money" || unit === "count" ? "kpiOfTarget" : "kpiAndTarget", { actual, target: aim });
}

/** Whether a percentage of the target says something: not of growth and scores, which may be negative, nor of a limit. */
export function isRatio(metric: MetricName): boolean {
  return metric !== "nps" && metric !== "revenue_growth" && !isCeiling(metric);
}

/** Open tickets are the fewer the better. */
export function isCeiling(metric: MetricName): boolean {
  return metric === "open_tickets";
}

/** "▲ 12%" for amounts and counts, "▼ 9" points for shares and scores; against nothing, what was added. */
export function trendText({ trend, unit }: KpiFigure, currency: string, host: Texts): string | null {
  if (!trend) return null;
  const { difference, percent } = trend;
  if (difference === 0) return host.say("kpiSame");
  const size = Math.abs(difference);
  const by =
    percent !== null
      ? host.numbers.percent(Math.abs(percent))
      : unit === "money"
        ? host.numbers.money(size, currency)
        : host.numbers.number(size);
  return host.say(difference > 0 ? "kpiUp" : "kpiDown", { by });
}

/** "SAR 400k a quarter"; shares and scores are the same for any length. */
export function targetText(target: KpiTarget, figure: KpiFigure, currency: string, host: Texts): string {
  const value = valueText(target.value, figure.unit, currency, host);
  if (!isShared(figure)) return value;
  return host.say(({ month: "kpiAMonth", quarter: "kpiAQuarter", year: "kpiAYear" } as const)[target.per], { value });
}

/** Whether a target is so much a month, a quarter or a year: money and counts that add up. */
export function isShared({ metric, unit }: Pick<KpiFigure, "metric" | "unit">): boolean {
  return metric !== "open_pipeline" && !isCeiling(metric) && (unit === "money" || unit === "count");
}
