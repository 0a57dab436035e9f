import type { AddPeople, PlanWritten } from "@keyline/domain";
import { goneProblem, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import { readAccount } from "../read-account.ts";
import { editOf, personChange } from "./person-change.ts";
import { readPlace, type Place } from "./place.ts";
import { readPeople } from "./read-people.ts";
import { writePeople } from "./write-people.ts";

/**
 * Contacts of the company, or of its family, get their part in its decisions, several at once, each at their own company.
 * Roles that one has already stay.
 */
export async function addPeople(desk: Desk, { companyId, planKey, people }: AddPeople): Promise<PlanWritten> {
  const account = await readAccount(desk, companyId);
  const { contacts, companies } = await readPeople(desk, account);
  const { planIds } = account;
  const places = new Map<string | undefined, Place>();
  for (const { atCompanyId } of people) places.set(atCompanyId, await readPlace(desk, account, atCompanyId));
  const all = [...places].map(([atCompanyId, place]) => {
    const here = people.filter((one) => one.atCompanyId === atCompanyId);
    const changes = here.map(({ contactId, roles }) => {
      const contact = contacts.find(({ id }) => id === contactId);
      if (!contact) throw goneProblem("contact");
      const found = { contact, companies: companies.get(contactId) ?? [] };
      return personChange(found, place, { roles: [...editOf(found, place).roles, ...roles] });
    });
    return { place, changes };
  });
  for (const { place, changes } of all) await writePeople(desk, place, { planIds, planKey }, changes);
  return saved(desk, { companyId, planKey });
}
