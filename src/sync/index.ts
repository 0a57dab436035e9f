export { hubspotEvents } from "./events.ts";
export { keptAnswers } from "./kept-answers.ts";
export { openIntake, type Intake } from "./inbox.ts";
export {
  isUnderWay,
  reconcileChanges,
  reconcileFully,
  type Progress,
  type ReconcileParts,
  type Report,
} from "./reconcile/index.ts";
export { stopSync, syncPerformances, wakeSync } from "./jobs.ts";
