export { kpiActions } from "./cards/index.ts";
export { recalculateCompanies, recalculatePortal, recalculatingPerformances, recalculationOf } from "./jobs.ts";
export { metrics } from "./metrics/index.ts";
export { recalculateRunning, type RunningResult } from "./recalculate-running.ts";
export { recalculate, type MetricAnswer, type Recalculated, type RecalculateOptions } from "./recalculate.ts";
export { readRevenueByMonth } from "./revenue-by-month.ts";
export { whitespaceOf, type AccountWhitespace, type AccountWhitespaceRow } from "./whitespace/whitespace-of.ts";
