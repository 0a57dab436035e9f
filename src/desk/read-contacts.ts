import { company, type Person } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";

/** More people than these nobody ticks off in a list. */
const mostContacts = 100;

/** The company's contacts by name, in two calls. */
export async function readCompanyContacts(hubspot: HubSpot, companyId: string): Promise<Person[]> {
  const associated = await hubspot.associations.read(company, "contacts", [companyId]);
  const ids = (associated.get(companyId) ?? []).map(({ id }) => id).slice(0, mostContacts);
  const people = await readPeople(hubspot, ids);
  return people.sort((one, other) => one.name.localeCompare(other.name));
}

/** Contacts by name; without one, their e-mail address. */
export async function readPeople(hubspot: HubSpot, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const extra = ["firstname", "lastname", "email"];
  const records = await hubspot.records("contacts").read(ids, { extra });
  return records.map(({ id, raw }) => ({
    id,
    name: [raw["firstname"], raw["lastname"]].filter(Boolean).join(" ") || raw["email"] || id,
  }));
}
