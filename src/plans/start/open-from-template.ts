import { accountPlanKey, type AccountType, type PlainDate } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { PlanAccount } from "../facts.ts";
import { findPlan } from "../life/find-plan.ts";
import { isUnfinished } from "../unfinished.ts";
import { createPlanOf } from "./create-plan.ts";
import { readDeals } from "./read-deals.ts";
import { snapshotWords } from "./snapshot-words.ts";
import { offerOf, ownerOf } from "./start-of.ts";

/** What to open; without a period, the one that the template proposes on that day. */
interface Wanted {
  readonly type: AccountType;
  readonly period?: string | undefined;
  readonly on: PlainDate;
  readonly idempotencyKey: string;
}

export interface Opened {
  readonly planKey: string;
  readonly period: string;
  readonly isNew: boolean;
}

/**
 * A plan from a template without anybody in front of the card. The plan that stands for that period is left as it is, which
 * costs one call beside the account; only the first plan of an account needs its deals, for the snapshot.
 */
export async function openFromTemplate(desk: Desk, account: PlanAccount, wanted: Wanted): Promise<Opened> {
  const { type, on, idempotencyKey } = wanted;
  const offer = offerOf(desk, type, account.company, on);
  const period = wanted.period ?? offer.proposed;
  const standing = await findPlan(desk.hubspot, account, { key: accountPlanKey(account.id, period), period });
  if (standing && !isUnfinished(standing)) {
    return { planKey: standing.properties.plan_key ?? "", period, isNew: false };
  }
  const isFirst = account.planIds.length === 0;
  const { plan } = await createPlanOf(desk, account, {
    companyId: account.id,
    idempotencyKey,
    type,
    period,
    goalMinor: isFirst && period === offer.proposed ? offer.goalMinor : null,
    ownerId: ownerOf(account.company),
    snapshot: isFirst ? await firstSnapshot(desk, account, on) : null,
    startsManaging: false,
  });
  return { planKey: plan.plan?.key ?? "", period, isNew: standing === null };
}

/** The card says the same where somebody opens the first plan there. */
async function firstSnapshot(desk: Desk, { company, dealIds }: PlanAccount, today: PlainDate): Promise<string> {
  const deals = await readDeals(desk, dealIds);
  return snapshotWords({ raw: company.raw, deals, currency: desk.currency, today }, desk.caller.language);
}
