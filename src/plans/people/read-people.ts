import { company, contact } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { Associated } from "../../hubspot/index.ts";
import type { ContactRecord, PlanAccount } from "../facts.ts";
import { namesOf, rolesIn } from "./known-roles.ts";

/** HubSpot's own properties of a contact: who it is, when we talked last, and whether mail reaches it. */
const extra = [
  "firstname",
  "lastname",
  "email",
  "jobtitle",
  "notes_last_contacted",
  "hs_email_hard_bounce_reason_enum",
  "hs_email_bounce",
] as const;

/** What is known of the people of an account. */
export interface PeopleFacts {
  readonly contacts: readonly ContactRecord[];
  /** The companies of each contact, with their labels: a role at a sister company is none here. */
  readonly companies: ReadonlyMap<string, readonly Associated[]>;
}

export const nobody: PeopleFacts = { contacts: [], companies: new Map() };

/** So many contacts of its family are read in one wave of calls: those who decide first, then the newest. */
const mostOfFamily = 300;

/** The contacts of the account and its family, and what else they belong to: two calls side by side. */
export async function readPeople({ hubspot }: Desk, { contacts, familyContacts }: PlanAccount): Promise<PeopleFacts> {
  const own = contacts.map(({ id }) => id);
  const ofFamily = [...familyContacts.values()].flat();
  const deciding = new Set(ofFamily.flatMap((one) => (rolesIn([one]).length > 0 ? one.id : [])));
  const others = [...new Set(ofFamily.map(({ id }) => id))]
    .filter((id) => !own.includes(id))
    .sort((one, other) => Number(deciding.has(other)) - Number(deciding.has(one)) || Number(other) - Number(one));
  const ids = [...own, ...others.slice(0, mostOfFamily)];
  if (ids.length === 0) return nobody;
  const [records, companies] = await Promise.all([
    hubspot.records(contact).read(ids, { extra }),
    hubspot.associations.read(contact, company, ids),
  ]);
  return { contacts: records, companies };
}

/** HubSpot takes at most five groups of filters in a search. */
const mostNames = 5;

/**
 * Those who were given a role at this company, whether HubSpot still ties them to it or not. A search, which may not know
 * the last seconds: it is asked only for those who have gone. A merged company answers to its earlier ids too.
 */
export async function searchDeciders({ hubspot }: Desk, { company: record }: PlanAccount): Promise<ContactRecord[]> {
  const where = namesOf(record)
    .slice(0, mostNames)
    .map((name) => [{ property: "am_decides_at" as const, operator: "CONTAINS_TOKEN" as const, value: name }]);
  const found: ContactRecord[] = [];
  for await (const page of hubspot.records(contact).search({ where, extra, limit: 200 })) found.push(...page);
  return found;
}
