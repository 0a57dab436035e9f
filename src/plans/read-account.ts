import { accountNeed, accountPlan, company, planObjective } from "@keyline/domain";
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
  "hs_parent_company_id",
  "hs_merged_object_ids",
] as const;

/**
 * The first round of calls, side by side: the company by its id, and by association what hangs on it. Both are certain;
 * a search lags behind.
 * @throws Problem `archived` when the company is in the bin, `not-found` when it is not even there
 */
export async function readAccount({ hubspot }: Desk, companyId: string): Promise<PlanAccount> {
  const idsOf = async (object: Parameters<typeof hubspot.associations.read>[1]) => {
    const found = await hubspot.associations.read(company, object, [companyId]);
    return found.get(companyId) ?? [];
  };
  const [record, plans, objectives, needs, contacts, deals] = await Promise.all([
    readCompanyRecord(hubspot, companyId, { extra: profile }),
    idsOf(accountPlan),
    idsOf(planObjective),
    idsOf(accountNeed),
    idsOf("contacts"),
    idsOf("deals"),
  ]);
  return {
    id: record.id,
    name: record.raw["name"] || record.id,
    company: record,
    planIds: plans.map(({ id }) => id),
    objectiveIds: objectives.map(({ id }) => id),
    needIds: needs.map(({ id }) => id),
    dealIds: deals.map(({ id }) => id),
    contacts,
  };
}
