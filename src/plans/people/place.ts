import type { Person } from "@keyline/domain";
import { goneProblem, readMembers, type Desk, type Member } from "../../desk/index.ts";
import type { Associated } from "../../hubspot/index.ts";
import type { PlanAccount } from "../facts.ts";
import { namesOf } from "./known-roles.ts";

/** A company at which people decide: the account itself, or one that it manages with itself. */
export interface Place extends Pick<Person, "id"> {
  /** Its own id, and those it had before it was merged. */
  readonly names: readonly string[];
  /** Its contacts, with the labels of their ties. */
  readonly contacts: readonly Associated[];
}

export function ownPlace({ id, company, contacts }: Pick<PlanAccount, "id" | "company" | "contacts">): Place {
  return { id, names: namesOf(company), contacts };
}

/** The account first, then those of its family. */
export function placesOf(account: PlanAccount, family: readonly Member[]): Place[] {
  return [ownPlace(account), ...family.map((member) => memberPlace(account, member))];
}

/** The company that a person is changed at; without an id the account itself. Throws `not-found` outside the family. */
export async function readPlace({ hubspot }: Desk, account: PlanAccount, id: string | undefined): Promise<Place> {
  if (id === undefined || id === account.id) return ownPlace(account);
  const [member] = account.familyIds.includes(id) ? await readMembers(hubspot, [id]) : [];
  if (!member) throw goneProblem("company");
  return memberPlace(account, member);
}

function memberPlace({ familyContacts }: PlanAccount, { id, ids }: Member): Place {
  return { id, names: ids, contacts: familyContacts.get(id) ?? [] };
}
