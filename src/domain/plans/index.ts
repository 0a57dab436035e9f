export { carriedKey } from "./carry-over.ts";
export { nextReviewOn } from "./next-review.ts";
export { planNorm } from "./plan-norm.ts";
export { proposedPeriods } from "./proposed-periods.ts";
export { templateItemKey, templateItems, type TemplateItem } from "./template-items.ts";
export { planTemplates, type PlanTemplate, type TemplateLine } from "./templates/index.ts";
