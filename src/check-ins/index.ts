export { checkInActions } from "./cards/index.ts";
export { planCompanies, planningPerformances, planPart, planPortalJob } from "./jobs.ts";
export { planFew } from "./plan-companies.ts";
export { planPortal, type PlanOptions } from "./plan-portal.ts";
export type { PlanResult } from "./plan-result.ts";
export type { PlannerParts } from "./portal-facts.ts";
export type { Refused } from "./refused.ts";
