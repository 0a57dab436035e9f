import { accountPlan, company } from "@keyline/domain";
import { goneProblem, type Desk } from "../desk/index.ts";
import type { PlanRecord } from "./facts.ts";

/**
 * One plan of a company, for certain. Its key names the company, or one that was merged into it: then it is the tie that
 * says so. Throws `not-found`.
 */
export async function readPlan({ hubspot }: Desk, companyId: string, planKey: string): Promise<PlanRecord> {
  const [[plan], ties] = await Promise.all([
    hubspot.records(accountPlan).read([planKey], { idProperty: accountPlan.key }),
    hubspot.associations.read(company, accountPlan, [companyId]),
  ]);
  const isOfCompany = ties.get(companyId)?.some(({ id }) => id === plan?.id) ?? false;
  if (!plan || !isOfCompany) throw goneProblem("plan");
  return plan;
}
