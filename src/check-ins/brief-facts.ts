import { accountNeed, company, openNeedStatuses, openObjectiveStatuses, planObjective } from "@keyline/domain";
import type { FamilyReading, Ties } from "../desk/index.ts";
import type { HubSpot, Rec } from "../hubspot/index.ts";
import type { BriefFacts, NeedFacts, ObjectiveFacts } from "./brief.ts";
import type { PortalFacts } from "./facts.ts";
import { dealsBy, ticketsBy, together } from "./read-news.ts";

/** What a brief reads of a need and of an objective. */
export const needProperties = ["need_name", "need_status", "company_record_id", "risk"] as const;
export const objectiveProperties = [
  "objective_name",
  "objective_kind",
  "objective_status",
  "company_record_id",
  "due_on",
] as const;

export function needFacts({ id, properties }: Rec<(typeof accountNeed)["fields"]>, companyId: string): NeedFacts {
  const { need_name: name, need_status: status, risk } = properties;
  return { id, companyId, name: name ?? id, isHighRisk: risk === "high", isConfirmed: status !== "identified" };
}

export function objectiveFacts(
  { id, properties }: Rec<(typeof planObjective)["fields"]>,
  companyId: string,
): ObjectiveFacts {
  const { objective_name: name, objective_kind: kind, due_on: due } = properties;
  return { id, companyId, name: name ?? id, isObstacle: kind === "obstacle", due };
}

/**
 * What the brief of one company is made from, for a card: by what hangs on it, so that a need written a moment ago is in it
 * and two calls in a row are enough however many there are. Searches go by two hundred, and lag.
 */
export async function readBriefFacts(
  hubspot: HubSpot,
  companyId: string,
  family: FamilyReading,
  portalRead: Promise<PortalFacts>,
): Promise<Pick<BriefFacts, "needs" | "objectives" | "deals" | "tickets">> {
  const [needs, objectives, deals, tickets, below] = await Promise.all([
    family
      .ties(accountNeed)
      .then((ties) => hubspot.records(accountNeed).read(idsIn(ties), { properties: needProperties })),
    // Plans are its own: a subsidiary's is another plan.
    hubspot.associations
      .read(company, planObjective, [companyId])
      .then((ties) => hubspot.records(planObjective).read(idsIn(ties), { properties: objectiveProperties })),
    dealsBy(hubspot, family.ties("deals"), portalRead),
    ticketsBy(hubspot, family.ties("tickets"), portalRead),
    family.ids,
  ]);
  const ids = [companyId, ...below];
  return {
    needs: needs
      .filter(({ properties: { need_status: status } }) => isOneOf(openNeedStatuses, status))
      .map((record) => needFacts(record, companyId)),
    objectives: objectives
      .filter(({ properties: { objective_status: status } }) => isOneOf(openObjectiveStatuses, status))
      .map((record) => objectiveFacts(record, companyId)),
    deals: together(deals, ids),
    tickets: together(tickets, ids),
  };
}

function idsIn(ties: Ties): string[] {
  return [...ties.values()].flat().map(({ id }) => id);
}

function isOneOf(statuses: readonly string[], status: string | null): boolean {
  return status !== null && statuses.includes(status);
}
