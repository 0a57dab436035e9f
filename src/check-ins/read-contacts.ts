import { company } from "@keyline/domain";
import type { Associated, HubSpot } from "../hubspot/index.ts";

/** More people than these do not help on a task. */
const mostContacts = 5;

/** Whom a task names: the contacts with a label (who decides, who signs), else the first ones of the company. */
export async function readContacts(hubspot: HubSpot, companyIds: readonly string[]): Promise<Map<string, string[]>> {
  if (companyIds.length === 0) return new Map();
  const found = await hubspot.associations.read(company, "contacts", companyIds);
  return new Map([...found].map(([id, contacts]) => [id, chosen(contacts)]));
}

function chosen(contacts: readonly Associated[]): string[] {
  const labelled = contacts.filter(({ types }) => types.some(({ label }) => label !== null && label !== "Primary"));
  return (labelled.length > 0 ? labelled : contacts).slice(0, mostContacts).map(({ id }) => id);
}
