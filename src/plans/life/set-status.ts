import type { PlanWritten, SetPlanStatus } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import { readPlan } from "../read-plan.ts";
import { mustStand, writePlan } from "./write-plan.ts";

/** Moves a plan on within its life. Asked twice it is moved once. */
export async function setPlanStatus(desk: Desk, asked: SetPlanStatus): Promise<PlanWritten> {
  const { companyId, planKey, expected, to } = asked;
  const plan = await readPlan(desk, companyId, planKey);
  if (plan.properties.plan_status !== to) {
    mustStand(plan, expected);
    await writePlan(desk.hubspot, plan.id, { plan_status: to });
  }
  return saved(desk, { companyId, planKey });
}
