import {
  accountNeed,
  accountPlan,
  daysBetween,
  openNeedStatuses,
  openObjectiveStatuses,
  planObjective,
  type RecordLink,
} from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import type { PortalFacts } from "../facts.ts";
import type { DoNextFacts } from "./do-next.ts";
import type { CardCompany } from "./read-company.ts";

/** The end of a plan this near is something to do. */
const planSoonDays = 30;

/** A high-risk need without an initiative; the company says whether there is one to look for. */
export async function unservedNeed(hubspot: HubSpot, { account, all }: CardCompany): Promise<RecordLink | null> {
  if ((all.am_high_risk_gaps ?? 0) === 0) return null;
  for await (const page of hubspot.records(accountNeed).search({
    where: [
      [
        ofCompany(account.id),
        { property: "need_status", operator: "IN", values: openNeedStatuses },
        { property: "risk", operator: "EQ", value: "high" },
      ],
    ],
    properties: ["need_name", "initiatives"],
    limit: 50,
  })) {
    const unserved = page.find(({ properties }) => !properties.initiatives);
    if (unserved) return linkOf(unserved.id, unserved.properties.need_name);
  }
  return null;
}

/** The objective that has been late the longest, where a plan is running. */
export async function lateObjective(
  hubspot: HubSpot,
  { account, all }: CardCompany,
  { today }: PortalFacts,
): Promise<DoNextFacts["objective"]> {
  if (all.am_plan_status !== "active" && all.am_plan_status !== "in_review") return null;
  for await (const [late] of hubspot.records(planObjective).search({
    where: [
      [
        ofCompany(account.id),
        { property: "objective_status", operator: "IN", values: openObjectiveStatuses },
        { property: "due_on", operator: "LT", value: today },
      ],
    ],
    properties: ["objective_name", "due_on"],
    sort: { by: "due_on" },
    limit: 1,
  })) {
    const due = late?.properties.due_on;
    if (late && due) return { link: linkOf(late.id, late.properties.objective_name), due };
  }
  return null;
}

/** The running plan, when it ends soon. */
export async function endingPlan(
  hubspot: HubSpot,
  { account, all }: CardCompany,
  { today }: PortalFacts,
): Promise<DoNextFacts["plan"]> {
  const { am_plan_ends: ends, am_plan_status: status } = all;
  if (!ends || status !== "active" || daysBetween(today, ends) > planSoonDays) return null;
  for await (const [plan] of hubspot.records(accountPlan).search({
    where: [[ofCompany(account.id), { property: "plan_status", operator: "EQ", value: "active" }]],
    properties: ["plan_name"],
    limit: 1,
  })) {
    if (plan) return { link: linkOf(plan.id, plan.properties.plan_name), ends };
  }
  return null;
}

function ofCompany(id: string) {
  return { property: "company_record_id", operator: "EQ" as const, value: Number(id) };
}

function linkOf(id: string, name: string | null): RecordLink {
  return { id, name: name ?? id, url: null };
}
