import { rolesInAll, rolesInOrder, type ContactProperties, type DecisionRole, type PersonEdit } from "@keyline/domain";
import type { Associated } from "../../hubspot/index.ts";
import type { ContactRecord } from "../facts.ts";
import { labelledRoles, rolesOf } from "./standing-of.ts";

/** What has to be written to one contact, and which labels it must have with the company in the end. */
export interface PersonChange {
  readonly contactId: string;
  readonly properties: Partial<ContactProperties>;
  /** Null: the roles stay as they are. */
  readonly roles: readonly DecisionRole[] | null;
}

/** What the form shows of a contact, as it stands now. */
export function editOf(
  { properties, ...record }: ContactRecord,
  companies: readonly Associated[],
  companyId: string,
): PersonEdit {
  return {
    roles: rolesOf({ properties, ...record }, companies, companyId),
    criteria: properties.am_decision_criteria,
    strength: properties.am_relationship_strength,
    oursId: properties.am_relationship_owner,
    reportsToId: properties.am_reports_to,
    leftOn: properties.am_left_on,
  };
}

/** From the form's fields to what is written. What is not in `change` stays. */
export function personChange(
  contact: ContactRecord,
  companies: readonly Associated[],
  companyId: string,
  change: Partial<PersonEdit>,
): PersonChange {
  const { criteria, strength, oursId, reportsToId, leftOn } = change;
  const roles = change.roles && rolesInOrder(change.roles);
  const { elsewhere } = labelledRoles(companies, companyId);
  return {
    contactId: contact.id,
    roles: roles ?? null,
    properties: {
      ...(roles && {
        am_decision_role: rolesInAll(roles, elsewhere),
        am_decides_at: placesWith(contact.properties.am_decides_at, companyId, roles.length > 0),
      }),
      ...(criteria !== undefined && { am_decision_criteria: criteria }),
      ...(strength !== undefined && { am_relationship_strength: strength }),
      ...(oursId !== undefined && { am_relationship_owner: oursId }),
      ...(reportsToId !== undefined && { am_reports_to: reportsToId }),
      ...(leftOn !== undefined && { am_left_on: leftOn }),
    },
  };
}

/** The companies where a contact decides, as the property keeps them: ids with spaces between. */
function placesWith(before: string | null, companyId: string, decides: boolean): string | null {
  const others = (before ?? "").split(/\D+/).filter((id) => id && id !== companyId);
  return [...others, ...(decides ? [companyId] : [])].join(" ") || null;
}
