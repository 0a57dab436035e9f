import type { Declared } from "../define-object.ts";
import { accountKpi } from "./account-kpi.ts";
import { accountNeed } from "./account-need.ts";
import { accountPlan } from "./account-plan.ts";
import { accountSignal } from "./account-signal.ts";
import { checkIn } from "./check-in.ts";
import { company } from "./company.ts";
import { contact } from "./contact.ts";
import { deal } from "./deal.ts";
import { planObjective } from "./plan-objective.ts";
import { task } from "./task.ts";

export * from "./account-kpi.ts";
export * from "./account-need.ts";
export * from "./account-plan.ts";
export * from "./account-signal.ts";
export * from "./association-labels.ts";
export * from "./check-in.ts";
export * from "./company.ts";
export * from "./contact.ts";
export * from "./deal.ts";
export * from "./plan-objective.ts";
export * from "./task.ts";

/**
 * Everything that provisioning makes in a portal. A new object or extension is added here, after the objects of ours that it
 * is associated with: HubSpot takes an association only with a type that exists.
 */
export const declarations: readonly Declared[] = [
  company,
  contact,
  deal,
  task,
  accountNeed,
  accountPlan,
  accountKpi,
  planObjective,
  accountSignal,
  checkIn,
];
