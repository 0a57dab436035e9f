import { accountPlan } from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import type { PlanAccount, PlanRecord } from "../facts.ts";

/** The plan of an account for a period: by its key, or under the key of a company that was merged into this one. */
export async function findPlan(
  hubspot: HubSpot,
  account: Pick<PlanAccount, "planIds">,
  { key, period }: { key: string; period: string },
): Promise<PlanRecord | null> {
  const records = hubspot.records(accountPlan);
  const [byKey, known] = await Promise.all([
    records.read([key], { idProperty: accountPlan.key }),
    account.planIds.length === 0 ? [] : records.read(account.planIds),
  ]);
  return byKey[0] ?? known.find(({ properties }) => properties.period === period) ?? null;
}
