import type { PlanRecord } from "./facts.ts";

/** A plan of which only the record was made: creating counts the roadmap last. */
export function isUnfinished({ properties }: Pick<PlanRecord, "properties">): boolean {
  return properties.plan_status === "draft" && properties.open_objectives === null;
}
