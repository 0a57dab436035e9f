import { accountNeed, openNeedStatuses, openObjectiveStatuses, planObjective, type Brief } from "@keyline/domain";
import type { Filter, HubSpot } from "../hubspot/index.ts";
import { briefFrom, type NeedFacts, type ObjectiveFacts } from "./brief.ts";
import { needFacts, needProperties, objectiveFacts, objectiveProperties } from "./brief-facts.ts";
import type { Account, PortalFacts, StoredCheckIn } from "./facts.ts";

interface Asked {
  account: Account;
  checkIns: readonly StoredCheckIn[];
}

/**
 * Briefs for the accounts of one page, in at most two searches: the companies themselves say whether there is anything
 * to look for (`am_open_needs`, `am_plan_status`).
 */
export async function readBriefs(
  hubspot: HubSpot,
  asked: readonly Asked[],
  portal: PortalFacts,
): Promise<Map<string, Brief>> {
  const [needs, objectives] = await Promise.all([
    readNeeds(
      hubspot,
      asked.filter(({ account }) => (account.properties.am_open_needs ?? 0) > 0),
    ),
    readObjectives(
      hubspot,
      asked.filter(({ account }) => isRunning(account)),
    ),
  ]);
  return new Map(
    asked.map(({ account, checkIns }) => [
      account.id,
      briefFrom({
        account,
        checkIns,
        needs: needs.filter(({ companyId }) => companyId === account.id),
        objectives: objectives.filter(({ companyId }) => companyId === account.id),
        today: portal.today,
      }),
    ]),
  );
}

function isRunning({ properties }: Account): boolean {
  return properties.am_plan_status === "active" || properties.am_plan_status === "in_review";
}

async function readNeeds(hubspot: HubSpot, asked: readonly Asked[]): Promise<NeedFacts[]> {
  if (asked.length === 0) return [];
  const isOpen: Filter = { property: "need_status", operator: "IN", values: openNeedStatuses };
  const where = [[ofCompanies(asked), isOpen]];
  const needs: NeedFacts[] = [];
  for await (const page of hubspot.records(accountNeed).search({ where, properties: needProperties })) {
    needs.push(...page.map((record) => needFacts(record, String(record.properties.company_record_id))));
  }
  return needs;
}

async function readObjectives(hubspot: HubSpot, asked: readonly Asked[]): Promise<ObjectiveFacts[]> {
  if (asked.length === 0) return [];
  const isOpen: Filter = { property: "objective_status", operator: "IN", values: openObjectiveStatuses };
  const where = [[ofCompanies(asked), isOpen]];
  const objectives: ObjectiveFacts[] = [];
  for await (const page of hubspot.records(planObjective).search({ where, properties: objectiveProperties })) {
    objectives.push(...page.map((record) => objectiveFacts(record, String(record.properties.company_record_id))));
  }
  return objectives;
}

/** A page is a range of ids: one filter whatever its size. */
function ofCompanies(asked: readonly Asked[]): Filter {
  const ids = asked.map(({ account }) => Number(account.id));
  return {
    property: "company_record_id",
    operator: "BETWEEN",
    value: Math.min(...ids),
    highValue: Math.max(...ids),
  };
}
