import {
  addsUp,
  elapsedShare,
  percentOf,
  stageOf,
  targetOf,
  unitOfMetric,
  type KpiFigure,
  type MetricName,
  type Period,
  type PlainDate,
  type Settings,
} from "@keyline/domain";
import type { KpiAccount } from "./kpi-account.ts";
import type { StoredKpi } from "./stored-kpi.ts";
import { inMinor, valueInMinor } from "./target-units.ts";

interface Around {
  settings: Settings;
  account: Pick<KpiAccount, "type" | "own">;
  currency: string;
  today: PlainDate;
  /** Oldest first, the shown period last. */
  charted: readonly Period[];
}

/** One line of the card: what was stored of a metric, against the target that stands now. */
export function figureOf(
  metric: MetricName,
  storedOf: (period: Period) => StoredKpi | undefined,
  { settings, account, currency, today, charted }: Around,
): KpiFigure {
  const period = charted.at(-1);
  const earlier = charted.at(-2);
  const stored = period && storedOf(period);
  const value = stored?.value ?? null;
  const before = (earlier && storedOf(earlier)?.value) ?? null;
  const aim = period ? targetOf(settings, account, metric, period.kind) : null;
  const target = aim && { ...aim, value: valueInMinor(aim.value, metric, currency) };
  return {
    metric,
    unit: unitOfMetric[metric],
    isCalculated: stored !== undefined,
    value,
    noData: stored?.noData ?? null,
    target,
    ownTarget: inMinor(account.own[metric], metric, currency),
    typeTarget: inMinor(account.type === null ? undefined : settings.targets[account.type][metric], metric, currency),
    attainmentPercent: value === null || !target ? null : percentOf(value, target.value),
    standing: value === null || !target || !period ? null : standingOf(metric, value, target.value, period, today),
    before,
    trend: value === null || before === null ? null : trendOf(metric, value, before),
    history: charted.map((one) => ({ period: one.key, value: storedOf(one)?.value ?? null })),
    counted: stored?.counted ?? 0,
  };
}

/** Open tickets are the fewer the better: their target is the most that there should be. */
export function isCeiling(metric: MetricName): boolean {
  return metric === "open_tickets";
}

/** What adds up over a running period may be as far as the days are; everything else stands or falls by the target. */
function standingOf(metric: MetricName, value: number, target: number, period: Period, today: PlainDate) {
  if (isCeiling(metric)) return value <= target ? "reached" : "behind";
  if (value >= target) return "reached";
  const isRunning = stageOf(period, today) === "running";
  return isRunning && addsUp(metric) && value >= target * elapsedShare(period, today) ? "on-track" : "behind";
}

function trendOf(metric: MetricName, value: number, before: number): KpiFigure["trend"] {
  const difference = Math.round((value - before) * 10) / 10;
  const isAmount = unitOfMetric[metric] === "money" || unitOfMetric[metric] === "count";
  const percent = isAmount && before > 0 ? percentOf(value - before, before) : null;
  const isGood = difference === 0 ? null : difference > 0 !== isCeiling(metric);
  return { difference, percent, isGood };
}
