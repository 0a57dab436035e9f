import type { AddPeople, PlanWritten } from "@keyline/domain";
import { rolesInOrder } from "@keyline/domain";
import { goneProblem, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import { readAccount } from "../read-account.ts";
import { personChange } from "./person-change.ts";
import { readPeople } from "./read-people.ts";
import { rolesOf } from "./standing-of.ts";
import { writePeople } from "./write-people.ts";

/** Contacts of the company get their part in its decisions, several at once. Roles that one has already stay. */
export async function addPeople(desk: Desk, { companyId, planKey, people }: AddPeople): Promise<PlanWritten> {
  const account = await readAccount(desk, companyId);
  const { contacts, companies } = await readPeople(desk, account);
  const changes = people.map(({ contactId, roles }) => {
    const found = contacts.find(({ id }) => id === contactId);
    if (!found) throw goneProblem("contact");
    const of = companies.get(contactId) ?? [];
    const wanted = rolesInOrder([...rolesOf(found, of, account.id), ...roles]);
    return personChange(found, of, account.id, { roles: wanted });
  });
  await writePeople(desk, account, planKey, changes);
  return saved(desk, { companyId, planKey });
}
