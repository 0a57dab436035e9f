import {
  company,
  goesInCircle,
  Problem,
  type EditPerson,
  type FoundPerson,
  type PersonEdit,
  type PlanWritten,
} from "@keyline/domain";
import { goneProblem, mergeEdit, wrongField, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import type { PlanAccount } from "../facts.ts";
import { readAccount } from "../read-account.ts";
import { editOf, personChange, type Found } from "./person-change.ts";
import { readPlace } from "./place.ts";
import { readPeople, searchDeciders, type PeopleFacts } from "./read-people.ts";
import { writePeople } from "./write-people.ts";

/** One person of the account, or of its family, as somebody sees them now. Without a role they no longer decide. */
export async function editPerson(desk: Desk, asked: EditPerson): Promise<PlanWritten> {
  const { companyId, planKey, contactId, expected, roles, criteria, strength, oursId, reportsToId, leftOn } = asked;
  const account = await readAccount(desk, companyId);
  const [people, place] = await Promise.all([readPeople(desk, account), readPlace(desk, account, asked.atCompanyId)]);
  const found = tiedPerson(people, contactId) ?? (await readUntied(desk, account, contactId));
  const wanted: PersonEdit = { roles, criteria, strength, oursId, reportsToId, leftOn };
  if (reportsToId !== null && reportsToId !== expected.reportsToId && leadsBack(people, contactId, reportsToId)) {
    throw wrongField("reportsToId", "goes-in-circle", desk.caller.language);
  }
  const { change, clash } = mergeEdit(expected, wanted, editOf(found, place));
  if (clash) throw changedMeanwhile(clash);
  await writePeople(desk, place, { planIds: account.planIds, planKey }, [personChange(found, place, change)]);
  return saved(desk, { companyId, planKey });
}

function tiedPerson({ contacts, companies }: PeopleFacts, contactId: string): Found | null {
  const contact = contacts.find(({ id }) => id === contactId);
  return contact ? { contact, companies: companies.get(contactId) ?? [] } : null;
}

/** Somebody who decided here, and whom HubSpot no longer ties to the company. Throws `not-found`. */
async function readUntied(desk: Desk, account: PlanAccount, contactId: string): Promise<Found> {
  const [found, companies] = await Promise.all([
    searchDeciders(desk, account),
    desk.hubspot.associations.read("contacts", company, [contactId]),
  ]);
  const contact = found.find(({ id }) => id === contactId);
  if (!contact) throw goneProblem("contact");
  return { contact, companies: companies.get(contactId) ?? [] };
}

function leadsBack({ contacts }: PeopleFacts, personId: string, managerId: string): boolean {
  const lines = contacts.map(({ id, properties }) => ({ id, reportsTo: properties.am_reports_to }));
  return goesInCircle(lines, personId, managerId);
}

function changedMeanwhile(found: FoundPerson): Problem {
  const words = {
    en: "Somebody has changed this person since you opened the card.",
    ar: "غيّر شخص آخر بيانات هذا الشخص بعد أن فتحت البطاقة.",
  };
  return new Problem("conflict", words.en, { words, found });
}
