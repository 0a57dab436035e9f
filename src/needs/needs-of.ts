import {
  accountNeed,
  company,
  planObjective,
  timeZoneOf,
  type NeedInitiative,
  type NeedsAnswer,
} from "@keyline/domain";
import { cardFactsOf, readCompanyRecord, type Desk } from "../desk/index.ts";
import type { HubSpot } from "../hubspot/index.ts";
import { readDeals } from "./read-deals.ts";
import { readPeople } from "./read-people.ts";
import { needRowOf, storedNeed } from "./stored-need.ts";
import { whoVoiced } from "./voiced-by.ts";

/** So many of the company's newest deals can be chosen and named. */
const mostDeals = 200;
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
 * The needs card of one company: what it is associated with, then those records by id. Two calls in a row however many
 * needs there are (to five hundred; HubSpot gives associations by five hundred), and no search, so nothing lags.
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
  const [record, needs, people, deals, initiatives, pipelines, owners] = await Promise.all([
    readCompanyRecord(hubspot, companyId, { properties: ["am_lead_manager"], extra: ["name", "hubspot_owner_id"] }),
    readNeeds(hubspot, companyId),
    part("contacts", readCompanyPeople(hubspot, companyId), []),
    part("deals", readCompanyDeals(desk, companyId), []),
    part("objectives", readInitiatives(hubspot, companyId), []),
    part("deals", hubspot.pipelines("deals"), []),
    part("owners", hubspot.owners(), []),
  ]);
  const timeZone = timeZoneOf(settings, desk.timeZone);
  return {
    ...cardFactsOf(desk, { id: record.id, name: record.raw["name"] || record.id }),
    unreadable: [...unreadable],
    needs: needs.flatMap((need) => needRowOf(need, timeZone) ?? []),
    people,
    deals,
    initiatives,
    owners: owners.filter(({ hasLeft }) => !hasLeft).map(({ id, name }) => ({ id, name })),
    leadManagerId: record.properties.am_lead_manager ?? (record.raw["hubspot_owner_id"] || null),
    pipelines: pipelines.map(({ id, label }) => ({ id, label })),
    staleAfterDays: settings.staleAfterDays.need,
  };
}

async function readNeeds(hubspot: HubSpot, companyId: string) {
  const ids = await associatedIds(hubspot, companyId, accountNeed);
  if (ids.length === 0) return [];
  const [records, contacts] = await Promise.all([
    hubspot.records(accountNeed).read(ids, { properties: listed }),
    hubspot.associations.read(accountNeed, "contacts", ids),
  ]);
  return records.map((record) => storedNeed(record, whoVoiced(contacts.get(record.id))));
}

async function readCompanyPeople(hubspot: HubSpot, companyId: string) {
  const associated = await hubspot.associations.read(company, "contacts", [companyId]);
  return readPeople(hubspot, associated.get(companyId) ?? []);
}

async function readCompanyDeals(desk: Desk, companyId: string) {
  const ids = await associatedIds(desk.hubspot, companyId, "deals");
  // HubSpot's ids grow with time.
  const newest = ids.sort((one, other) => Number(other) - Number(one)).slice(0, mostDeals);
  const found = await readDeals(desk, newest);
  return found.sort((one, other) => Number(other.isOpen) - Number(one.isOpen) || Number(other.id) - Number(one.id));
}

async function readInitiatives(hubspot: HubSpot, companyId: string): Promise<NeedInitiative[]> {
  const ids = await associatedIds(hubspot, companyId, planObjective);
  const properties = ["objective_name", "objective_kind", "objective_status", "need_key", "due_on"] as const;
  const records = ids.length === 0 ? [] : await hubspot.records(planObjective).read(ids, { properties });
  return records.flatMap(({ id, properties: values }) => {
    if (!values.need_key || values.objective_kind === "obstacle") return [];
    const { need_key: needKey, objective_status: status, due_on: due } = values;
    return [{ id, name: values.objective_name || id, url: null, needKey, status: status ?? "planned", due }];
  });
}

async function associatedIds(
  hubspot: HubSpot,
  companyId: string,
  to: Parameters<HubSpot["associations"]["read"]>[1],
): Promise<string[]> {
  const associated = await hubspot.associations.read(company, to, [companyId]);
  return [...new Set((associated.get(companyId) ?? []).map(({ id }) => id))];
}
