export { kpiNow, type KpiActual } from "./kpi-now.ts";
export { moved, movesOf, objectiveMoves, slipDays, type Movable, type ObjectiveMove } from "./moves.ts";
export { progressOf } from "./progress.ts";
export { servedStatus } from "./served-status.ts";
export {
  byThreat,
  countObjectives,
  countServing,
  inRoadmapOrder,
  isLateObjective,
  isOpenObjective,
  threatOf,
} from "./standing.ts";
