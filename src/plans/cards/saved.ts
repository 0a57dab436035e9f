import { accountPlan, company, type PlanWritten } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { presentCard } from "./present-card.ts";
import { readCard } from "./read-card.ts";
import { settle } from "./settle.ts";

interface Asked {
  companyId: string;
  /** The plan that was changed; null: the one that the card shows by itself. */
  planKey: string | null;
}

/**
 * After a change: the card is read anew, and the plan and its company say what follows from it. The person's change
 * stands even when HubSpot will not take what follows.
 */
export async function saved(desk: Desk, { companyId, planKey }: Asked): Promise<PlanWritten> {
  const reading = await readCard(desk, companyId, planKey);
  const answer = presentCard(desk, reading, planKey ?? undefined);
  const { plan, company: properties } = settle(reading, answer);
  const { hubspot, log } = desk;
  const writes = [
    ...(plan ? [hubspot.records(accountPlan).update([plan])] : []),
    ...(Object.keys(properties).length > 0
      ? [hubspot.records(company).update([{ id: reading.account.id, properties }])]
      : []),
  ];
  for (const { refused } of await Promise.all(writes)) {
    for (const { problem } of refused) {
      log.warn({ companyId, reason: problem.message }, "HubSpot did not take what follows from a change of the plan");
    }
  }
  const plans = reading.plans.map((one) =>
    one.id === plan?.id ? { ...one, properties: { ...one.properties, ...plan.properties } } : one,
  );
  return { outcome: "saved", plan: presentCard(desk, { ...reading, plans }, planKey ?? undefined) };
}
