import type { AddPeople, PlanWritten } from "@keyline/domain";
import { goneProblem, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import { readAccount } from "../read-account.ts";
import { editOf, personChange } from "./person-change.ts";
import { readPeople } from "./read-people.ts";
import { writePeople } from "./write-people.ts";

/** Contacts of the company get their part in its decisions, several at once. Roles that one has already stay. */
export async function addPeople(desk: Desk, { companyId, planKey, people }: AddPeople): Promise<PlanWritten> {
  const account = await readAccount(desk, companyId);
  const { contacts, companies } = await readPeople(desk, account);
  const changes = people.map(({ contactId, roles }) => {
    const contact = contacts.find(({ id }) => id === contactId);
    if (!contact) throw goneProblem("contact");
    const found = { contact, companies: companies.get(contactId) ?? [] };
    return personChange(found, account, { roles: [...editOf(found, account).roles, ...roles] });
  });
  await writePeople(desk, account, planKey, changes);
  return saved(desk, { companyId, planKey });
}
