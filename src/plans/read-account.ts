import { accountNeed, accountPlan, company, planObjective, type Settings } from "@keyline/domain";
import { familyExtra, homesOf, readCompanyRecord, readFamily, type Desk } from "../desk/index.ts";
import type { PlanAccount } from "./facts.ts";

/** HubSpot's own properties of a company that a plan shows. */
const profile = [
  "name",
  "hubspot_owner_id",
  "industry",
  "numberofemployees",
  "city",
  "country",
  "annualrevenue",
  "hs_merged_object_ids",
] as const;

/** Those and the ones in which this portal keeps its contracts. */
export function companyExtra({ renewals }: Settings): string[] {
  return [...profile, renewals.contractEndProperty, renewals.noticeByProperty, renewals.valueProperty];
}

/**
 * The first round of calls, side by side: the company by its id, and by association what hangs on it and on
 * the companies that it manages with itself; plans are its own. Both are certain;
 * a search lags behind.
 * @throws Problem `archived` when the company is in the bin, `not-found` when it is not even there
 */
export async function readAccount(desk: Desk, companyId: string): Promise<PlanAccount> {
  const { hubspot, settings } = desk;
  const recordRead = readCompanyRecord(hubspot, companyId, { extra: [...companyExtra(settings), ...familyExtra] });
  const family = readFamily(hubspot, companyId, recordRead);
  const idsOf = async (object: Parameters<typeof hubspot.associations.read>[1]) => {
    const found = await hubspot.associations.read(company, object, [companyId]);
    return (found.get(companyId) ?? []).map(({ id }) => id);
  };
  const [record, planIds, objectiveIds, needs, contacts, deals, familyIds] = await Promise.all([
    recordRead,
    idsOf(accountPlan),
    idsOf(planObjective),
    family.ties(accountNeed),
    family.ties("contacts"),
    family.ties("deals"),
    family.ids,
  ]);
  const needHomes = homesOf(needs, companyId);
  return {
    id: record.id,
    name: record.raw["name"] || record.id,
    company: record,
    planIds,
    objectiveIds,
    needIds: [...needHomes.keys()],
    needHomes,
    dealIds: [...homesOf(deals, companyId).keys()],
    contacts: contacts.get(companyId) ?? [],
    familyIds,
    familyContacts: new Map([...contacts].filter(([id]) => id !== companyId)),
  };
}
