import {
  accountKpi,
  accountNeed,
  accountPlan,
  accountSignal,
  checkIn,
  company,
  isManaged,
  planObjective,
  type DeclaredObject,
} from "@keyline/domain";
import type { HubSpot, Rec } from "../../hubspot/index.ts";

/** What is read of each object: whose it is, and what a merge may change. */
const wanted = {
  checkIns: { object: checkIn, properties: ["company_record_id", "state"] },
  needs: { object: accountNeed, properties: ["company_record_id", "plan_key", "need_status"] },
  signals: { object: accountSignal, properties: ["company_record_id"] },
  objectives: { object: planObjective, properties: ["company_record_id", "plan_key", "objective_status"] },
  plans: {
    object: accountPlan,
    properties: [
      "company_record_id",
      "plan_key",
      "plan_status",
      "period",
      "last_touched_on",
      "open_objectives",
      "closing_note",
    ],
  },
  kpis: { object: accountKpi, properties: ["company_record_id", "kpi_key", "period"] },
} as const;

type Wanted = typeof wanted;
export type RecordName = keyof Wanted;
export type MergedRecord<N extends RecordName> = Rec<Wanted[N]["object"]["fields"]>;
export const objectOf = (name: RecordName): DeclaredObject => wanted[name].object as unknown as DeclaredObject;

/** A company that took others in, and everything of ours that hangs on it or still names one of those. */
export interface MergedCompany {
  id: string;
  name: string;
  isManaged: boolean;
  mergedIds: readonly string[];
  records: { [N in RecordName]: MergedRecord<N>[] };
}

/** HubSpot takes at most 100 values in a list of a filter (docs, CRM search). */
const valuesAtOnce = 100;

/**
 * Reads companies by id; those that took none in are left out. What hangs on them is read by association, which is certain;
 * a search finds what lost its company before it was associated.
 */
export async function readMerged(hubspot: HubSpot, companyIds: readonly string[]): Promise<MergedCompany[]> {
  const extra = ["name", "hs_merged_object_ids"];
  const properties = ["am_account_type", "am_rhythm"] as const;
  const found = await hubspot.records(company).read(companyIds, { properties, extra });
  const merged = found.flatMap(({ id, raw, properties: account }): MergedCompany[] => {
    const mergedIds = (raw["hs_merged_object_ids"] ?? "").split(";").filter((one) => one && one !== id);
    if (mergedIds.length === 0) return [];
    const records = { checkIns: [], needs: [], signals: [], objectives: [], plans: [], kpis: [] };
    return [{ id, name: raw["name"] || id, isManaged: isManaged(account), mergedIds, records }];
  });
  await Promise.all((Object.keys(wanted) as RecordName[]).map((name) => readInto(hubspot, merged, name)));
  return merged;
}

async function readInto(hubspot: HubSpot, all: readonly MergedCompany[], name: RecordName): Promise<void> {
  const object = objectOf(name);
  const ids = all.map(({ id }) => id);
  const tied = await hubspot.associations.read("companies", object, ids);
  const ownerOf = new Map<string, MergedCompany>();
  for (const one of all) {
    for (const { id } of tied.get(one.id) ?? []) ownerOf.set(id, one);
    for (const id of await searchIds(hubspot, object, one.mergedIds)) ownerOf.set(id, one);
  }
  const properties = wanted[name].properties as readonly string[];
  const records = await hubspot.records(object).read([...ownerOf.keys()], { properties });
  for (const record of records) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the declaration that was read is the name's own
    (ownerOf.get(record.id)?.records[name] as Rec[] | undefined)?.push(record);
  }
}

async function searchIds(hubspot: HubSpot, object: DeclaredObject, companyIds: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < companyIds.length; at += valuesAtOnce) {
    const values = companyIds.slice(at, at + valuesAtOnce).map(Number);
    const where = [[{ property: "company_record_id", operator: "IN" as const, values }]];
    for await (const page of hubspot.records(object).search({ where, properties: [] })) {
      found.push(...page.map(({ id }) => id));
    }
  }
  return found;
}
