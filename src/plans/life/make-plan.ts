import { accountPlan, Problem, type AccountPlan } from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import type { PlanAccount, PlanRecord } from "../facts.ts";
import { findPlan } from "./find-plan.ts";

/** A plan before it is written. */
export type NewPlan = Partial<AccountPlan> & Pick<AccountPlan, "plan_key"> & { period: string };

/**
 * The plan of that period, or a new one, made with its company in the same call. HubSpot keeps the key unique, so of two
 * who create at once one makes the record; where the key is taken, or the answer was lost, what stands there is the plan.
 * Throws HubSpot's refusal.
 */
export async function makePlan(hubspot: HubSpot, account: PlanAccount, plan: NewPlan): Promise<PlanRecord> {
  const named = { key: plan.plan_key, period: plan.period };
  const standing = await findPlan(hubspot, account, named);
  if (standing) return standing;
  const { typeId, category } = await hubspot.associations.type(accountPlan, "companies");
  const made = await hubspot
    .records(accountPlan)
    .create([{ properties: withoutNulls(plan), associations: [{ to: account.id, typeId, category }] }])
    .catch((problem: unknown) => ({ written: [], refused: [{ key: "0", problem }] }));
  const record = made.written[0]?.record ?? (await findPlan(hubspot, account, named));
  if (record) return record;
  throw made.refused[0]?.problem ?? new Problem("unavailable", "HubSpot did not say what became of the plan.");
}

/** HubSpot takes no null where a record is made. */
export function withoutNulls<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as T;
}
