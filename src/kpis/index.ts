export { metrics } from "./metrics/index.ts";
export { recalculate, type MetricAnswer, type Recalculated, type RecalculateOptions } from "./recalculate.ts";
