import { accountPlan, Problem, type AccountPlan, type FoundPlan, type PlanStatus } from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import type { PlanRecord } from "../facts.ts";

/** Changes one plan. Throws HubSpot's refusal. */
export async function writePlan(hubspot: HubSpot, id: string, properties: Partial<AccountPlan>): Promise<void> {
  const { refused } = await hubspot.records(accountPlan).update([{ id, properties }]);
  if (refused[0]) throw refused[0].problem;
}

/** Throws `conflict`, with how the plan stands now, when that is not what the person saw. */
export function mustStand({ properties }: PlanRecord, expected: PlanStatus): void {
  const status = properties.plan_status ?? "draft";
  if (status === expected) return;
  const words = {
    en: "Somebody has moved this plan on since you opened the card.",
    ar: "نقل شخص آخر هذه الخطة إلى حالة أخرى بعد أن فتحت البطاقة.",
  };
  throw new Problem("conflict", words.en, { words, found: { status } satisfies FoundPlan });
}
