import { checkIn, type PlainDate } from "@keyline/domain";
import type { Filter, HubSpot } from "../hubspot/index.ts";

/** HubSpot takes at most 100 values in one `IN` (docs: CRM search). */
const idsAtOnce = 100;

const isOverdue: Filter<(typeof checkIn)["fields"]> = { property: "state", operator: "EQ", value: "overdue" };

/** Due dates of the overdue check-ins of these companies, or of all, the oldest first; by company id. */
export async function readOverdue(
  hubspot: HubSpot,
  companyIds: readonly string[] | null,
): Promise<Map<string, PlainDate[]>> {
  const found = new Map<string, PlainDate[]>();
  for (const where of groups(companyIds)) {
    const pages = hubspot.records(checkIn).search({ where: [where], properties: ["company_record_id", "due_date"] });
    for await (const page of pages) {
      for (const { properties } of page) {
        if (properties.company_record_id === null || properties.due_date === null) continue;
        const id = String(properties.company_record_id);
        found.set(id, [...(found.get(id) ?? []), properties.due_date].toSorted());
      }
    }
  }
  return found;
}

function groups(companyIds: readonly string[] | null) {
  if (companyIds === null) return [[isOverdue]];
  const chunks = Math.ceil(companyIds.length / idsAtOnce);
  return Array.from({ length: chunks }, (_, at) => {
    const values = companyIds.slice(at * idsAtOnce, (at + 1) * idsAtOnce).map(Number);
    return [isOverdue, { property: "company_record_id", operator: "IN" as const, values }];
  });
}
