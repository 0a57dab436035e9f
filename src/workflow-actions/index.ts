export { workflowActions } from "./actions/index.ts";
export { answerRun } from "./answer-run.ts";
export type { WorkflowAction } from "./define-action.ts";
export { errorCodes } from "./ending.ts";
export { finishingRuns } from "./jobs.ts";
export { workflowRun, type WorkflowRun } from "./run.ts";
export { workflowDesk } from "./workflow-desk.ts";
