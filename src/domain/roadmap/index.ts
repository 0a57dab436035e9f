export { moved, movesOf, objectiveMoves, slipDays, type Movable, type ObjectiveMove } from "./moves.ts";
export { progressOf } from "./progress.ts";
export {
  byThreat,
  countObjectives,
  countServing,
  inRoadmapOrder,
  isLateObjective,
  isOpenObjective,
  threatOf,
} from "./standing.ts";
