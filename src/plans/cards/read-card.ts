import { accountPlan, type PlanPart } from "@keyline/domain";
import { readOwners, type Desk, type OwnerFacts } from "../../desk/index.ts";
import type { ContactRecord, NeedRecord, ObjectiveRecord, PlanAccount, PlanRecord } from "../facts.ts";
import { readNeeds, readObjectives } from "../objectives/read-objectives.ts";
import { nobody, readPeople, searchDeciders, type PeopleFacts } from "../people/read-people.ts";
import { readAccount } from "../read-account.ts";
import { readDeals, type DealGlance } from "../start/read-deals.ts";

/** All that the card is made of, as HubSpot holds it now. */
export interface CardReading {
  readonly account: PlanAccount;
  readonly owners: ReadonlyMap<string, OwnerFacts>;
  readonly plans: readonly PlanRecord[];
  /** Of every plan of the account. */
  readonly objectives: readonly ObjectiveRecord[];
  readonly needs: readonly NeedRecord[];
  readonly people: PeopleFacts;
  /** Who was given a role here once, tied to the company still or not. A search: a hint about those who have gone. */
  readonly remembered: readonly ContactRecord[];
  /** Only while the account has no plan. */
  readonly deals: readonly DealGlance[];
  readonly unreadable: readonly PlanPart[];
}

/**
 * Two rounds of calls, each side by side: the company with what hangs on it by association, then those records by id.
 * Both are certain, also right after a write. What a section reads fails alone.
 */
export async function readCard(desk: Desk, companyId: string): Promise<CardReading> {
  const unreadable = new Set<PlanPart>();
  const part = <T>(name: PlanPart, reading: Promise<T>, otherwise: T): Promise<T> =>
    reading.catch((error: unknown) => {
      unreadable.add(name);
      desk.log.warn({ part: name, companyId, reason: String(error) }, "A part of the plan card cannot be read");
      return otherwise;
    });
  const ownersRead = part("owners", readOwners(desk.hubspot, desk.settings), new Map<string, OwnerFacts>());
  const account = await readAccount(desk, companyId);
  const isFirst = account.planIds.length === 0;
  const [owners, plans, objectives, needs, people, remembered, deals] = await Promise.all([
    ownersRead,
    isFirst ? [] : desk.hubspot.records(accountPlan).read(account.planIds),
    part("objectives", readObjectives(desk, account), []),
    part("needs", readNeeds(desk, account), []),
    part("people", readPeople(desk, account), nobody),
    part("people", searchDeciders(desk, account), []),
    isFirst ? part("deals", readDeals(desk, account.dealIds), []) : [],
  ]);
  return { account, owners, plans, objectives, needs, people, remembered, deals, unreadable: [...unreadable] };
}
