import type { DeclaredList } from "./define-list.ts";
import { keyWithoutEconomicBuyer } from "./key-without-economic-buyer.ts";
import { noSatisfactionAnswer } from "./no-satisfaction-answer.ts";
import { noticeDateNear } from "./notice-date-near.ts";
import { overdueCheckIns } from "./overdue-check-ins.ts";
import { plansEnding } from "./plans-ending.ts";
import { plansUntouched } from "./plans-untouched.ts";
import { strategicAtRisk } from "./strategic-at-risk.ts";
import { unservedHighRiskNeeds } from "./unserved-high-risk-needs.ts";

export type { DeclaredList } from "./define-list.ts";
export { provisionLists, type ListsReport } from "./provision-lists.ts";

/** Every list that Keyline makes. A new one is a file here and a line in this list. */
export const declaredLists: readonly DeclaredList[] = [
  strategicAtRisk,
  overdueCheckIns,
  unservedHighRiskNeeds,
  plansEnding,
  keyWithoutEconomicBuyer,
  noSatisfactionAnswer,
  noticeDateNear,
  plansUntouched,
];
