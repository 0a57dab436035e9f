import { company, type Fields } from "@keyline/domain";
import type { HubSpot, Readable, Rec } from "../hubspot/index.ts";

/** For so few companies it is worth two more calls to know what was written a moment ago. */
export const few = 5;

/**
 * What hangs on a few companies, for certain: a search tells the ids, also of what was never associated, associations
 * tell those that it does not know yet, and all are read by id.
 */
export async function recordsOfFew<F extends Fields>(
  hubspot: HubSpot,
  object: Readable<F>,
  companyIds: readonly string[],
): Promise<Rec<F>[]> {
  const records = hubspot.records(object);
  const found = new Set<string>();
  const search = async () => {
    const where = [[{ property: "company_record_id", operator: "IN" as const, values: companyIds.map(Number) }]];
    for await (const page of records.search({ where, properties: [] })) for (const { id } of page) found.add(id);
  };
  const associations = async () => {
    const tied = await hubspot.associations.read(company, object, companyIds);
    for (const { id } of [...tied.values()].flat()) found.add(id);
  };
  await Promise.all([search(), associations()]);
  return records.read([...found]);
}
