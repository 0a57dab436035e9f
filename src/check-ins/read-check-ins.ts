import { checkIn, type CheckIn } from "@keyline/domain";
import type { Filter, HubSpot, Rec } from "../hubspot/index.ts";
import type { StoredCheckIn } from "./facts.ts";

type Field = keyof (typeof checkIn)["fields"];

/** What people wrote at length stays where it is: planning does not read it. */
const unread: readonly Field[] = ["topics", "progress", "obstacles", "notes", "brief"];
export const checkInProperties = (Object.keys(checkIn.fields) as Field[]).filter((name) => !unread.includes(name));

/** Check-ins by their keys, for certain: a key that is not in the answer belongs to no check-in. */
export async function readCheckIns(hubspot: HubSpot, keys: readonly string[]): Promise<StoredCheckIn[]> {
  if (keys.length === 0) return [];
  const records = await hubspot.records(checkIn).read(keys, { idProperty: checkIn.key, properties: checkInProperties });
  return records.flatMap(storedCheckIn);
}

/**
 * Keys of the open check-ins of companies in a range of ids, and of any company in `ids` (those merged away). A search:
 * it may miss what was written seconds ago.
 */
export async function searchOpenKeys(
  hubspot: HubSpot,
  range: { from: string; to: string } | null,
  ids: readonly string[],
): Promise<{ companyId: string; key: string }[]> {
  const open: Filter = { property: "state", operator: "IN", values: ["planned", "overdue"] };
  const within = range && {
    property: "company_record_id",
    operator: "BETWEEN" as const,
    value: Number(range.from),
    highValue: Number(range.to),
  };
  const found: { companyId: string; key: string }[] = [];
  for (let at = 0; at < Math.max(1, ids.length); at += mostValues) {
    const values = ids.slice(at, at + mostValues).map(Number);
    const among = { property: "company_record_id", operator: "IN" as const, values };
    const where = [...(within && at === 0 ? [[within, open]] : []), ...(values.length > 0 ? [[among, open]] : [])];
    if (where.length > 0) found.push(...(await searchKeys(hubspot, where)));
  }
  return found;
}

/** HubSpot takes at most 100 values in a list of a filter (docs: CRM search). */
const mostValues = 100;

async function searchKeys(hubspot: HubSpot, where: Filter[][]): Promise<{ companyId: string; key: string }[]> {
  const found: { companyId: string; key: string }[] = [];
  for await (const page of hubspot
    .records(checkIn)
    .search({ where, properties: ["check_in_key", "company_record_id"] })) {
    for (const { properties: values } of page) {
      if (values.check_in_key === null) continue;
      found.push({ companyId: String(values.company_record_id), key: values.check_in_key });
    }
  }
  return found;
}

/** A record without what makes a check-in (made by hand, half filled) is nobody's plan: it is left alone. */
export function storedCheckIn({ id, properties: values }: Rec<(typeof checkIn)["fields"]>): StoredCheckIn[] {
  const { check_in_key, check_in_name, company_record_id, slot_date, planned_date, due_date, state } = values;
  if (check_in_key === null || company_record_id === null || state === null) return [];
  const slot = slot_date ?? planned_date ?? due_date;
  if (slot === null) return [];
  const required: Partial<CheckIn> = {
    check_in_key,
    check_in_name: check_in_name ?? check_in_key,
    company_record_id,
    slot_date: slot,
    planned_date: planned_date ?? slot,
    due_date: due_date ?? planned_date ?? slot,
    state,
  };
  return [{ id, values: { ...values, ...required } as CheckIn }];
}
