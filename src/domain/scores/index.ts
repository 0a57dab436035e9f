export { healthBandFloors, healthScore, type Health } from "./health.ts";
export type { HealthFacts } from "./health-parts.ts";
export { paceOf, type Pace } from "./pace.ts";
export { priorityScore, type PriorityFacts } from "./priority.ts";
export { costliest, type Score, type ScorePart } from "./score.ts";
export { revenueRank, revenueRanks, selectionScore, type SelectionFacts } from "./selection.ts";
