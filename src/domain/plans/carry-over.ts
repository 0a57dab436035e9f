import { planObjectiveKey } from "../objects/plan-objective.ts";

/**
 * The key of what an open objective becomes in the plan of another period: it follows from the objective and the period, so
 * that carrying over twice makes one. Carried again, a key does not grow: it names the period it is in and where it began.
 */
export function carriedKey(companyId: string, period: string, objectiveKey: string): string {
  const once = objectiveKey.slice(objectiveKey.indexOf(":") + 1);
  const root = once.slice(once.indexOf("~") + 1);
  return planObjectiveKey(companyId, `${period}~${root}`);
}
