import { accountPlan, type PlanPart } from "@keyline/domain";
import { readMembers, readOwners, todayOf, type Desk, type Member, type OwnerFacts } from "../../desk/index.ts";
import type { ContactRecord, KpiRecord, NeedRecord, ObjectiveRecord, PlanAccount, PlanRecord } from "../facts.ts";
import { readNeeds, readObjectives } from "../objectives/read-objectives.ts";
import { nobody, readPeople, searchDeciders, type PeopleFacts } from "../people/read-people.ts";
import { readAccount } from "../read-account.ts";
import { periodsAt, periodsOfKey, readKpis } from "../objectives/read-kpis.ts";
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
  /** Of the periods that today falls in, and of the plan's that was asked for. */
  readonly kpis: readonly KpiRecord[];
  /** Companies that this one manages with itself. */
  readonly family: readonly Member[];
  /** Only while the account has no plan. */
  readonly deals: readonly DealGlance[];
  readonly unreadable: readonly PlanPart[];
}

/**
 * Two rounds of calls, each side by side: the company with what hangs on it by association, then those records by id.
 * Both are certain, also right after a write. What a section reads fails alone.
 */
export async function readCard(desk: Desk, companyId: string, planKey?: string | null): Promise<CardReading> {
  const unreadable = new Set<PlanPart>();
  const part = <T>(name: PlanPart, reading: Promise<T>, otherwise: T): Promise<T> =>
    reading.catch((error: unknown) => {
      unreadable.add(name);
      desk.log.warn({ part: name, companyId, reason: String(error) }, "A part of the plan card cannot be read");
      return otherwise;
    });
  const ownersRead = part("owners", readOwners(desk.hubspot, desk.settings), new Map<string, OwnerFacts>());
  const periods = [...periodsOfKey(planKey), ...periodsAt(todayOf(desk), desk.settings.fiscalYearStartMonth)];
  const kpisRead = part("kpis", readKpis(desk, companyId, periods), []);
  const account = await readAccount(desk, companyId);
  const isFirst = account.planIds.length === 0;
  const [owners, kpis, plans, objectives, needs, people, remembered, family, deals] = await Promise.all([
    ownersRead,
    kpisRead,
    isFirst ? [] : desk.hubspot.records(accountPlan).read(account.planIds),
    part("objectives", readObjectives(desk, account), []),
    part("needs", readNeeds(desk, account), []),
    part("people", readPeople(desk, account), nobody),
    part("people", searchDeciders(desk, account), []),
    part("family", readMembers(desk.hubspot, account.familyIds), []),
    isFirst ? part("deals", readDeals(desk, account.dealIds), []) : [],
  ]);
  return {
    account,
    owners,
    kpis,
    plans,
    objectives,
    needs,
    people,
    remembered,
    family,
    deals,
    unreadable: [...unreadable],
  };
}
