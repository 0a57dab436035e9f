import { company, isManaged } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";

/** Trees deeper than this are a mistake in the data, or a circle. */
const mostLevels = 10;

const read = {
  properties: ["am_account_type", "am_rhythm", "am_manages_family"] as const,
  extra: ["hs_parent_company_id"],
};

/**
 * The managed accounts among these companies, and the parents above them that manage their family: what happens to a
 * subsidiary counts there too. Ids of companies that were merged away give the ones that they became.
 */
export async function managedAmong(hubspot: HubSpot, companyIds: readonly string[]): Promise<string[]> {
  const records = hubspot.records(company);
  const managed = new Set<string>();
  const seen = new Set(companyIds);
  let level: readonly string[] = companyIds;
  for (let depth = 0; level.length > 0 && depth < mostLevels; depth++) {
    const found = await records.read(level, read);
    for (const { id, properties } of found) {
      seen.add(id);
      if (isManaged(properties) && (depth === 0 || properties.am_manages_family)) managed.add(id);
    }
    level = [...new Set(found.flatMap(({ raw }) => raw["hs_parent_company_id"] || []))].filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return [...managed];
}
