import {
  accountNeed,
  checkIn,
  openNeedStatuses,
  openObjectiveStatuses,
  planObjective,
  type Brief,
} from "@keyline/domain";
import { unlessUnavailable, type Filter, type HubSpot } from "../hubspot/index.ts";
import { briefFrom, type NeedFacts, type ObjectiveFacts } from "./brief.ts";
import { needFacts, needProperties, objectiveFacts, objectiveProperties } from "./brief-facts.ts";
import type { Account, PortalFacts, StoredCheckIn } from "./facts.ts";
import { checkInProperties, storedCheckIn } from "./read-check-ins.ts";
import { dealsBy, ticketsBy, together } from "./read-news.ts";

interface Asked {
  account: Account;
  checkIns: readonly StoredCheckIn[];
}

/**
 * Briefs for many accounts at once. The companies themselves say whether there is anything to look for (`am_open_needs`,
 * `am_plan_status`, how many deals they have); tickets are looked for where the portal has any. A company that no pass has
 * seen before says nothing of itself yet, and may have come with a history: there one looks.
 */
export async function readBriefs(
  hubspot: HubSpot,
  asked: readonly Asked[],
  portal: PortalFacts,
): Promise<Map<string, Brief>> {
  const [needs, objectives, held, deals, tickets] = await Promise.all([
    readNeeds(
      hubspot,
      asked.filter(({ account }) => isUnseen(account) || (account.properties.am_open_needs ?? 0) > 0),
    ),
    readObjectives(
      hubspot,
      asked.filter(({ account }) => isUnseen(account) || isRunning(account)),
    ),
    readHeld(
      hubspot,
      asked.filter(({ account }) => isUnseen(account)),
    ),
    readDeals(hubspot, asked, portal),
    readTickets(hubspot, asked, portal),
  ]);
  const needsOf = by(needs);
  const objectivesOf = by(objectives);
  return new Map(
    asked.map(({ account, checkIns }) => [
      account.id,
      briefFrom({
        account,
        checkIns: [...new Map([...checkIns, ...latestOf(held, account.id)].map((one) => [one.id, one])).values()],
        needs: together(needsOf, companiesOf(account)) ?? [],
        objectives: objectivesOf.get(account.id) ?? [],
        deals: together(deals, companiesOf(account)),
        tickets: together(tickets, companiesOf(account)),
        portal,
      }),
    ]),
  );
}

function isUnseen({ properties }: Account): boolean {
  return properties.am_check_in_slots === null;
}

function isRunning({ properties }: Account): boolean {
  return properties.am_plan_status === "active" || properties.am_plan_status === "in_review";
}

/**
 * The company, and those below it that it manages, as the numbers wrote them down. Needs, deals and tickets are the
 * family's; plans and check-ins are its own.
 */
function companiesOf({ id, properties }: Account): string[] {
  if (properties.am_manages_family !== true) return [id];
  return [id, ...(properties.am_family_ids ?? "").split(";").filter((one) => one !== "" && one !== id)];
}

function by<T extends { companyId: string }>(found: readonly T[]): Map<string, T[]> {
  const byCompany = new Map<string, T[]>();
  for (const one of found) byCompany.set(one.companyId, [...(byCompany.get(one.companyId) ?? []), one]);
  return byCompany;
}

async function readDeals(hubspot: HubSpot, asked: readonly Asked[], portal: PortalFacts) {
  const companies = asked.map(({ account }) => ({ ids: companiesOf(account), hasDeals: account.hasDeals }));
  const ids = companies.filter(({ ids: own, hasDeals }) => hasDeals || own.length > 1).flatMap(({ ids: own }) => own);
  if (ids.length === 0) return new Map<string, never[]>();
  return dealsBy(hubspot, hubspot.associations.read("companies", "deals", ids), portal);
}

async function readTickets(hubspot: HubSpot, asked: readonly Asked[], portal: PortalFacts) {
  if (asked.length === 0) return new Map<string, never[]>();
  const hasAny = await unlessUnavailable(() => hubspot.hasAny("tickets"));
  if (hasAny === null) return null;
  if (!hasAny) return new Map<string, never[]>();
  const ids = asked.flatMap(({ account }) => companiesOf(account));
  return ticketsBy(hubspot, hubspot.associations.read("companies", "tickets", ids), portal);
}

async function readNeeds(hubspot: HubSpot, asked: readonly Asked[]): Promise<NeedFacts[]> {
  if (asked.length === 0) return [];
  const isOpen: Filter = { property: "need_status", operator: "IN", values: openNeedStatuses };
  const where = [[ofCompanies(asked.flatMap(({ account }) => companiesOf(account))), isOpen]];
  const needs: NeedFacts[] = [];
  for await (const page of hubspot.records(accountNeed).search({ where, properties: needProperties })) {
    needs.push(...page.map((record) => needFacts(record, String(record.properties.company_record_id))));
  }
  return needs;
}

async function readObjectives(hubspot: HubSpot, asked: readonly Asked[]): Promise<ObjectiveFacts[]> {
  if (asked.length === 0) return [];
  const isOpen: Filter = { property: "objective_status", operator: "IN", values: openObjectiveStatuses };
  const where = [[ofCompanies(asked.map(({ account }) => account.id)), isOpen]];
  const objectives: ObjectiveFacts[] = [];
  for await (const page of hubspot.records(planObjective).search({ where, properties: objectiveProperties })) {
    objectives.push(...page.map((record) => objectiveFacts(record, String(record.properties.company_record_id))));
  }
  return objectives;
}

async function readHeld(hubspot: HubSpot, asked: readonly Asked[]): Promise<StoredCheckIn[]> {
  if (asked.length === 0) return [];
  const isHeld: Filter = { property: "state", operator: "EQ", value: "held" };
  const where = [[ofCompanies(asked.map(({ account }) => account.id)), isHeld]];
  const held: StoredCheckIn[] = [];
  for await (const page of hubspot.records(checkIn).search({ where, properties: checkInProperties })) {
    held.push(...page.flatMap(storedCheckIn));
  }
  return held;
}

/** What older ones left open is forgotten, as it is by the companies that say where to look. */
const asManyAsRemembered = 3;

function latestOf(held: readonly StoredCheckIn[], companyId: string): StoredCheckIn[] {
  return held
    .filter(({ values }) => values.company_record_id === Number(companyId))
    .sort((one, other) => ((one.values.held_on ?? "") < (other.values.held_on ?? "") ? 1 : -1))
    .slice(0, asManyAsRemembered);
}

/** HubSpot takes at most 100 values in a list of a filter (docs: CRM search). */
const mostValues = 100;

/** A few by their ids; more of them are a range, one filter whatever its size. */
function ofCompanies(companyIds: readonly string[]): Filter {
  const property = "company_record_id";
  const ids = companyIds.map(Number);
  if (ids.length <= mostValues) return { property, operator: "IN", values: ids };
  return { property, operator: "BETWEEN", value: Math.min(...ids), highValue: Math.max(...ids) };
}
