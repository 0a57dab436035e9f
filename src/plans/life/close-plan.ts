import { accountPlanKey, nextPeriod, parsePeriod, type ClosePlan, type PlanWritten } from "@keyline/domain";
import { todayOf, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import type { PlanAccount, PlanRecord } from "../facts.ts";
import { readAccount } from "../read-account.ts";
import { readPlan } from "../read-plan.ts";
import { carryOver } from "./carry-over.ts";
import { findPlan } from "./find-plan.ts";
import { mustStand, writePlan } from "./write-plan.ts";

/** The end of a plan. Where the plan of the next period is there already, what is open goes on in it. */
export async function closePlan(desk: Desk, asked: ClosePlan): Promise<PlanWritten> {
  const { companyId, planKey, expected, note } = asked;
  const [account, plan] = await Promise.all([readAccount(desk, companyId), readPlan(desk, companyId, planKey)]);
  if (plan.properties.plan_status !== "closed") mustStand(plan, expected);
  const next = await nextOf(desk, account, plan);
  if (next && next.properties.plan_status !== "closed") {
    await carryOver(desk, account, { from: plan, to: next }, { objectives: true, obstacles: true, needs: true });
  }
  await close(desk, plan, note);
  return saved(desk, { companyId, planKey });
}

/** Closed once: the day and the note of the first time stay. */
export async function close(desk: Desk, plan: PlanRecord, note: string | null): Promise<void> {
  if (plan.properties.plan_status === "closed") return;
  await writePlan(desk.hubspot, plan.id, {
    plan_status: "closed",
    closed_on: todayOf(desk),
    ...(note && { closing_note: note }),
  });
}

async function nextOf(desk: Desk, account: PlanAccount, { properties }: PlanRecord): Promise<PlanRecord | null> {
  if (properties.period === null) return null;
  const { key: period } = nextPeriod(parsePeriod(properties.period, desk.settings.fiscalYearStartMonth));
  return findPlan(desk.hubspot, account, { key: accountPlanKey(account.id, period), period });
}
