export { isUnderWay, reconcileFully } from "./reconcile-fully.ts";
export { reconcileChanges, type Progress, type ReconcileOptions, type ReconcileParts } from "./reconcile-changes.ts";
export type { Report } from "./report.ts";
