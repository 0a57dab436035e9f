import { accountNeed, planObjective, timeZoneOf, type NeedInitiative, type NeedsAnswer } from "@keyline/domain";
import {
  cardFactsOf,
  familyExtra,
  familyProperties,
  homesOf,
  managedUnderOf,
  readCompanyRecord,
  readFamily,
  readMembers,
  type Desk,
  type FamilyReading,
} from "../desk/index.ts";
import type { HubSpot } from "../hubspot/index.ts";
import { readDeals } from "./read-deals.ts";
import { readPeople } from "./read-people.ts";
import { needRowOf, storedNeed } from "./stored-need.ts";
import { whoVoiced } from "./voiced-by.ts";

/** So many of the newest deals can be chosen and named. */
const mostDeals = 200;
/** So many needs of its family, the newest: more would not fit into an answer. */
const mostFamilyNeeds = 1_000;
/** Long texts come with the one need that is opened: five hundred of them would not fit into an answer. */
const listed = [
  "need_key",
  "need_name",
  "need_status",
  "need_kind",
  "priority",
  "risk",
  "need_source",
  "voiced_by_contact_id",
  "voiced_on",
  "last_confirmed_on",
  "opened_deal_id",
  "met_on",
  "dropped_on",
] as const;

/**
 * The needs card of one company, and of its family where it manages one: what they are associated with, then those records
 * by id. Two calls in a row however many needs there are (to five hundred of a company; HubSpot gives associations by five
 * hundred), and no search, so nothing lags.
 */
export async function needsOf(desk: Desk, { companyId }: { companyId: string }): Promise<NeedsAnswer> {
  const { hubspot, settings } = desk;
  const unreadable = new Set<NeedsAnswer["unreadable"][number]>();
  const part = <T>(name: NeedsAnswer["unreadable"][number], reading: Promise<T>, otherwise: T): Promise<T> =>
    reading.catch((error: unknown) => {
      unreadable.add(name);
      desk.log.warn({ part: name, companyId, reason: String(error) }, "A part of the needs card cannot be read");
      return otherwise;
    });
  const recordRead = readCompanyRecord(hubspot, companyId, {
    properties: ["am_lead_manager", "am_managed_under", "am_managed_under_id", ...familyProperties],
    extra: ["name", "hubspot_owner_id", ...familyExtra],
  });
  const family = readFamily(hubspot, companyId, recordRead);
  const [record, { needs, leftOut }, people, deals, initiatives, members, pipelines, owners] = await Promise.all([
    recordRead,
    readNeeds(hubspot, companyId, family),
    part("contacts", readFamilyPeople(hubspot, companyId, family), []),
    part("deals", readFamilyDeals(desk, companyId, family), []),
    part("objectives", readInitiatives(hubspot, family), []),
    part("family", readFamilyMembers(hubspot, family), []),
    part("deals", hubspot.pipelines("deals"), []),
    part("owners", hubspot.owners(), []),
  ]);
  const timeZone = timeZoneOf(settings, desk.timeZone);
  return {
    ...cardFactsOf(desk, { id: record.id, name: record.raw["name"] || record.id }),
    unreadable: [...unreadable],
    managedUnder: managedUnderOf(record.properties),
    family: members.map(({ id, name }) => ({ id, name })),
    needs: needs.flatMap((need) => needRowOf(need, timeZone) ?? []),
    leftOut,
    people,
    deals,
    initiatives,
    owners: owners.filter(({ hasLeft }) => !hasLeft).map(({ id, name }) => ({ id, name })),
    leadManagerId: record.properties.am_lead_manager ?? (record.raw["hubspot_owner_id"] || null),
    pipelines: pipelines.map(({ id, label }) => ({ id, label })),
    staleAfterDays: settings.staleAfterDays.need,
  };
}

async function readNeeds(hubspot: HubSpot, companyId: string, family: FamilyReading) {
  const homes = homesOf(await family.ties(accountNeed), companyId);
  const own = [...homes.keys()].filter((id) => homes.get(id) === null);
  const others = [...homes.keys()].filter((id) => homes.get(id) !== null).sort(byNewest);
  const ids = [...own, ...others.slice(0, mostFamilyNeeds)];
  const leftOut = own.length + others.length - ids.length;
  if (ids.length === 0) return { needs: [], leftOut };
  const [records, contacts] = await Promise.all([
    hubspot.records(accountNeed).read(ids, { properties: listed }),
    hubspot.associations.read(accountNeed, "contacts", ids),
  ]);
  const needs = records.map((one) => storedNeed(one, homes.get(one.id) ?? null, whoVoiced(contacts.get(one.id))));
  return { needs, leftOut };
}

async function readFamilyPeople(hubspot: HubSpot, companyId: string, family: FamilyReading) {
  const ties = await family.ties("contacts");
  return readPeople(hubspot, [...ties.values()].flat(), homesOf(ties, companyId));
}

async function readFamilyDeals(desk: Desk, companyId: string, family: FamilyReading) {
  const homes = homesOf(await family.ties("deals"), companyId);
  const found = await readDeals(desk, [...homes.keys()].sort(byNewest).slice(0, mostDeals));
  return found
    .map((deal) => ({ ...deal, companyId: homes.get(deal.id) ?? null }))
    .sort((one, other) => Number(other.isOpen) - Number(one.isOpen) || byNewest(one.id, other.id));
}

async function readInitiatives(hubspot: HubSpot, family: FamilyReading): Promise<NeedInitiative[]> {
  const ids = new Set([...(await family.ties(planObjective)).values()].flat().map(({ id }) => id));
  const properties = ["objective_name", "objective_kind", "objective_status", "need_key", "due_on"] as const;
  const records = ids.size === 0 ? [] : await hubspot.records(planObjective).read([...ids], { properties });
  return records.flatMap(({ id, properties: values }) => {
    if (!values.need_key || values.objective_kind === "obstacle") return [];
    const { need_key: needKey, objective_status: status, due_on: due } = values;
    return [{ id, name: values.objective_name || id, url: null, needKey, status: status ?? "planned", due }];
  });
}

async function readFamilyMembers(hubspot: HubSpot, family: FamilyReading) {
  return readMembers(hubspot, await family.ids);
}

/** HubSpot's ids grow with time. */
function byNewest(one: string, other: string): number {
  return Number(other) - Number(one);
}
