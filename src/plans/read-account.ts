import { accountNeed, accountPlan, company, planObjective, type Settings } from "@keyline/domain";
import { readCompanyRecord, type Desk } from "../desk/index.ts";
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

/** HubSpot's type of the association from a parent to its child (developers.hubspot.com, association type ids). */
const parentToChild = 13;

/**
 * The first round of calls, side by side: the company by its id, and by association what hangs on it. Both are certain;
 * a search lags behind.
 * @throws Problem `archived` when the company is in the bin, `not-found` when it is not even there
 */
export async function readAccount(desk: Desk, companyId: string): Promise<PlanAccount> {
  const { hubspot, settings } = desk;
  const tiesTo = async (object: Parameters<typeof hubspot.associations.read>[1]) => {
    const found = await hubspot.associations.read(company, object, [companyId]);
    return found.get(companyId) ?? [];
  };
  const idsOf = async (object: Parameters<typeof tiesTo>[0]) => (await tiesTo(object)).map(({ id }) => id);
  const [record, planIds, objectiveIds, needIds, contacts, dealIds, companies] = await Promise.all([
    readCompanyRecord(hubspot, companyId, { extra: companyExtra(settings) }),
    idsOf(accountPlan),
    idsOf(planObjective),
    idsOf(accountNeed),
    tiesTo("contacts"),
    idsOf("deals"),
    tiesTo(company),
  ]);
  const children = companies.filter(({ types }) => types.some(({ typeId }) => typeId === parentToChild));
  return {
    id: record.id,
    name: record.raw["name"] || record.id,
    company: record,
    planIds,
    objectiveIds,
    needIds,
    dealIds,
    contacts,
    subsidiaryIds: children.map(({ id }) => id),
  };
}
