export { kpiActions } from "./cards/index.ts";
export type { Answers, MetricAnswer } from "./compute.ts";
export { recalculateCompanies, recalculatePortal, recalculatingPerformances, recalculationOf } from "./jobs.ts";
export { metrics } from "./metrics/index.ts";
export type { NumbersParts } from "./portal-facts.ts";
export {
  rankPortal,
  recalculateFew,
  recalculatePass,
  type PassOptions,
  type PassResult,
  type RunningResult,
} from "./recalculate-running.ts";
export {
  recalculate,
  recalculatePeriods,
  type PeriodsRecalculated,
  type Recalculated,
  type RecalculateOptions,
  type RecalculatePeriodsOptions,
} from "./recalculate.ts";
export { readRevenueByMonth } from "./roll-up/revenue-by-month.ts";
export { whitespaceOf, type AccountWhitespace, type AccountWhitespaceRow } from "./whitespace/whitespace-of.ts";
export { writeSignal, type SignalToKeep } from "./write-signal.ts";
