export { bulkActions, type BulkDesk } from "./actions.ts";
export { bulkRun, runningBulk } from "./job.ts";
