import {
  readDecidesAt,
  rolesInAll,
  rolesInOrder,
  type ContactProperties,
  type DecidesAt,
  type DecisionRole,
  type PersonEdit,
} from "@keyline/domain";
import type { Associated } from "../../hubspot/index.ts";
import type { ContactRecord } from "../facts.ts";
import { rolesAt, rolesElsewhere } from "./known-roles.ts";
import type { Place } from "./place.ts";

/** A contact with the companies it is tied to and their labels. */
export interface Found {
  readonly contact: ContactRecord;
  readonly companies: readonly Associated[];
}

/** What has to be written to one contact, and which labels it must have with the company in the end. */
export interface PersonChange {
  readonly contactId: string;
  readonly properties: Partial<ContactProperties>;
  /** Null: the roles stay as they are. */
  readonly roles: readonly DecisionRole[] | null;
  /** What the contact remembers of other companies (`am_decides_at`). */
  readonly others: DecidesAt;
}

/** What the form shows of a contact, as it stands now. */
export function editOf({ contact, companies }: Found, { names }: Place): PersonEdit {
  const { properties } = contact;
  return {
    roles: rolesAt(contact, companies, names),
    criteria: properties.am_decision_criteria,
    strength: properties.am_relationship_strength,
    oursId: properties.am_relationship_owner,
    reportsToId: properties.am_reports_to,
    leftOn: properties.am_left_on,
  };
}

/** From the form's fields to what is written. What is not in `change` stays. */
export function personChange(found: Found, { names }: Place, change: Partial<PersonEdit>): PersonChange {
  const { contact, companies } = found;
  const { criteria, strength, oursId, reportsToId, leftOn } = change;
  const roles = change.roles ? rolesInOrder(change.roles) : null;
  const places = [...readDecidesAt(contact.properties.am_decides_at)];
  return {
    contactId: contact.id,
    roles,
    others: new Map(places.filter(([id]) => !names.includes(id))),
    properties: {
      ...(roles && { am_decision_role: rolesInAll(roles, rolesElsewhere(contact, companies, names)) }),
      ...(criteria !== undefined && { am_decision_criteria: criteria }),
      ...(strength !== undefined && { am_relationship_strength: strength }),
      ...(oursId !== undefined && { am_relationship_owner: oursId }),
      ...(reportsToId !== undefined && { am_reports_to: reportsToId }),
      ...(leftOn !== undefined && { am_left_on: leftOn }),
    },
  };
}
