import { accountNeed, accountPlan, company, planObjective, Problem } from "@keyline/domain";
import { goneProblem, type Desk } from "../desk/index.ts";
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
  const [record, plans, objectives, needs, contacts] = await Promise.all([
    hubspot.records(company).readOne(companyId, { extra: profile }),
    idsOf(accountPlan),
    idsOf(planObjective),
    idsOf(accountNeed),
    idsOf("contacts"),
  ]);
  if (!record) throw await missing({ hubspot }, companyId);
  return {
    id: record.id,
    name: record.raw["name"] || record.id,
    company: record,
    planIds: plans.map(({ id }) => id),
    objectiveIds: objectives.map(({ id }) => id),
    needIds: needs.map(({ id }) => id),
    contacts,
  };
}

async function missing({ hubspot }: Pick<Desk, "hubspot">, companyId: string): Promise<Problem> {
  const binned = await hubspot.records(company).readOne(companyId, { properties: [], archived: true });
  if (!binned) return goneProblem("company");
  const words = { en: "This company was deleted in HubSpot.", ar: "حُذفت هذه الشركة من HubSpot." };
  return new Problem("archived", words.en, { words });
}
