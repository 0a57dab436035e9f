export { accountProducts, factorReasons, ownTargets, scoreReasons } from "./account-details.ts";
export { jsonText, type JsonText } from "./json-text.ts";
export { kpiEvidence, kpiLeftOut } from "./kpi-details.ts";
export { provisionedLists, type ProvisionedLists } from "./list-details.ts";
export { numberChanges, tellingNumbers, type NumberChange, type TellingNumber } from "./number-changes.ts";
export { planReviews, type PlanReview } from "./plan-details.ts";
export { revenueMonths, type RevenueMonths } from "./revenue-details.ts";
