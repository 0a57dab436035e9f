import { accountPlan, company, type PlanAnswer, type PlanWritten } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { isEconomicBuyerKnown } from "../people/people-of.ts";
import { planOf } from "./plan-of.ts";

interface Asked {
  companyId: string;
  planKey: string | null;
}

/**
 * After a change: the card is read anew, and the plan and its company say what follows from it, for HubSpot's own lists
 * and reports. The person's change stands even when HubSpot will not take what follows.
 */
export async function saved(desk: Desk, { companyId, planKey }: Asked): Promise<PlanWritten> {
  const plan = await planOf(desk, { companyId, planKey: planKey ?? undefined });
  await Promise.all([touchPlan(desk, plan), touchCompany(desk, plan)]);
  return { outcome: "saved", plan };
}

async function touchPlan(desk: Desk, { plan, today, unreadable, company: { id } }: PlanAnswer): Promise<void> {
  if (!plan || unreadable.includes("objectives")) return;
  const { refused } = await desk.hubspot
    .records(accountPlan)
    .update([{ id: plan.id, properties: { last_touched_on: today } }]);
  note(desk, id, refused);
}

async function touchCompany(desk: Desk, answer: PlanAnswer): Promise<void> {
  const { plan, today, unreadable, people } = answer;
  const { id } = answer.company;
  const { refused } = await desk.hubspot.records(company).update([
    {
      id,
      properties: {
        ...(unreadable.includes("people") ? {} : { am_economic_buyer_known: isEconomicBuyerKnown(people) }),
        ...(isRunning(plan) && { am_plan_last_touched: today }),
      },
    },
  ]);
  note(desk, id, refused);
}

function isRunning(plan: PlanAnswer["plan"]): boolean {
  return plan?.status === "active" || plan?.status === "in_review";
}

function note(desk: Desk, companyId: string, refused: readonly { problem: Error }[]): void {
  for (const { problem } of refused) {
    desk.log.warn(
      { companyId, reason: problem.message },
      "HubSpot did not take what follows from a change of the plan",
    );
  }
}
