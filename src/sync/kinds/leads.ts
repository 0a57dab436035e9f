import { accountKpi } from "@keyline/domain";
import type { Filter, HubSpot, ObjectRef } from "../../hubspot/index.ts";

type Leads = Map<string, string[]>;

/** By the associations that stand now. */
export async function byAssociation(hubspot: HubSpot, object: ObjectRef, ids: readonly string[]): Promise<Leads> {
  const found = await hubspot.associations.read(object, "companies", ids);
  return new Map([...found].map(([id, list]) => [id, [...new Set(list.map((one) => one.id))]]));
}

/** By the companies of the contacts that they hang on. */
export async function byContacts(hubspot: HubSpot, object: ObjectRef, ids: readonly string[]): Promise<Leads> {
  const contacts = await hubspot.associations.read(object, "contacts", ids);
  const people = [...new Set([...contacts.values()].flat().map(({ id }) => id))];
  const theirs = people.length > 0 ? await byAssociation(hubspot, "contacts", people) : new Map<string, string[]>();
  const companiesOf = (list: readonly { id: string }[]) => [...new Set(list.flatMap(({ id }) => theirs.get(id) ?? []))];
  return new Map([...contacts].map(([id, list]) => [id, companiesOf(list)]));
}

/** HubSpot takes five groups of filters in a search (docs, CRM search). */
const groupsAtOnce = 5;

/**
 * A deleted record has no associations any more. The only numbers that it can have left behind are those that counted it,
 * and these name it in their evidence.
 */
export async function byAssociationOrEvidence(hubspot: HubSpot, object: string, ids: readonly string[]) {
  const found = await byAssociation(hubspot, object, ids);
  const lost = ids.filter((id) => (found.get(id) ?? []).length === 0);
  for (let at = 0; at < lost.length; at += groupsAtOnce) {
    const few = lost.slice(at, at + groupsAtOnce);
    const where = few.map((id): Filter[] => [{ property: "evidence", operator: "CONTAINS_TOKEN", value: id }]);
    const properties = ["company_record_id", "evidence"] as const;
    for await (const page of hubspot.records(accountKpi).search({ where, properties })) {
      for (const { properties: kpi } of page) {
        const named = few.filter((id) => kpi.evidence?.includes(`"${id}"`));
        for (const id of named) add(found, id, String(kpi.company_record_id));
      }
    }
  }
  return found;
}

/** Reads records by id, those in the bin as well, and asks each of them for its companies. */
export async function byRecord(
  hubspot: HubSpot,
  object: string,
  ids: readonly string[],
  property: string,
  companiesIn: (text: string) => string[],
): Promise<Leads> {
  const records = hubspot.records(object);
  const live = await records.read(ids, { extra: [property, "hs_merged_object_ids"] });
  const known = new Set(live.flatMap(({ id, raw }) => [id, ...(raw["hs_merged_object_ids"] ?? "").split(";")]));
  const missing = ids.filter((id) => !known.has(id));
  const binned = missing.length > 0 ? await records.read(missing, { extra: [property], archived: true }) : [];
  return new Map(
    [...live, ...binned].map(({ id, raw }) => {
      const text = raw[property];
      return [id, text ? companiesIn(text) : []];
    }),
  );
}

export function merged(...all: readonly Leads[]): Leads {
  const found: Leads = new Map();
  for (const leads of all) for (const [id, companies] of leads) for (const one of companies) add(found, id, one);
  return found;
}

function add(leads: Leads, id: string, companyId: string): void {
  const known = leads.get(id) ?? [];
  if (!known.includes(companyId)) leads.set(id, [...known, companyId]);
}
