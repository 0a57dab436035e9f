import { accountPlan, dateIn, timeZoneOf, type PlanPart } from "@keyline/domain";
import { readOwners, type Desk, type OwnerFacts } from "../../desk/index.ts";
import type { ContactRecord, NeedRecord, ObjectiveRecord, PlanAccount, PlanRecord } from "../facts.ts";
import { periodsAt, periodsOfKey, readKpis, type KpiRecord } from "../objectives/read-kpis.ts";
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
  /** Of the periods that today falls in, and of the plan's that was asked for. */
  readonly kpis: readonly KpiRecord[];
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
export async function readCard(desk: Desk, companyId: string, planKey?: string | null): Promise<CardReading> {
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
  const today = dateIn(timeZoneOf(desk.settings, desk.timeZone), desk.now());
  const periods = [...periodsOfKey(planKey), ...periodsAt(today, desk.settings.fiscalYearStartMonth)];
  const [owners, plans, objectives, needs, kpis, people, remembered, deals] = await Promise.all([
    ownersRead,
    isFirst ? [] : desk.hubspot.records(accountPlan).read(account.planIds),
    part("objectives", readObjectives(desk, account), []),
    part("needs", readNeeds(desk, account), []),
    part("objectives", readKpis(desk, companyId, periods), []),
    part("people", readPeople(desk, account), nobody),
    part("people", searchDeciders(desk, account), []),
    isFirst ? part("deals", readDeals(desk, account.dealIds), []) : [],
  ]);
  return { account, owners, plans, objectives, needs, kpis, people, remembered, deals, unreadable: [...unreadable] };
}
