import { company } from "@keyline/domain";
import { Problem, type Words } from "@keyline/domain";
import type { HubSpot, ReadOptions, Rec } from "../hubspot/index.ts";
import { goneProblem } from "./problems.ts";

type CompanyFields = (typeof company)["fields"];

const archived: Words = {
  en: "This company was deleted. Restore it in HubSpot to go on.",
  ar: "حُذفت هذه الشركة. استعدها في HubSpot للمواصلة.",
};

/**
 * The company of a card, for certain, by one call where it is there. Throws `archived` for one in HubSpot's bin, and
 * `not-found` for one that is not even there.
 */
export async function readCompanyRecord(
  hubspot: HubSpot,
  companyId: string,
  options: Pick<ReadOptions<CompanyFields>, "properties" | "extra"> = {},
): Promise<Rec<CompanyFields>> {
  const companies = hubspot.records(company);
  const record = await companies.readOne(companyId, options);
  if (record && !record.isArchived) return record;
  const isInBin = record ?? (await companies.readOne(companyId, { properties: [], archived: true }));
  if (isInBin) throw new Problem("archived", archived.en, { words: archived });
  throw goneProblem("company");
}
