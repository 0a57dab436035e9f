import { decisionRoles, type DecisionRole } from "../vocabulary/people.ts";

/** The decision role that an association label stands for, in whatever language the portal has it; null for any other. */
export function roleOfLabel(label: string | null): DecisionRole | null {
  if (label === null) return null;
  return decisionRoles.values.find((role) => Object.values(decisionRoles.labels[role]).includes(label)) ?? null;
}

/** What is known of one person's roles: the contact's property, and the labels of its associations. */
export interface KnownRoles {
  /** `am_decision_role`: the sum over all companies, since a contact has it once. */
  readonly property: readonly DecisionRole[];
  /** Labels of the association with this company. */
  readonly here: readonly DecisionRole[];
  /** Labels of the associations with other companies. */
  readonly elsewhere: readonly DecisionRole[];
}

/**
 * The roles a person plays at this company. Labels say it for each company and people set them in HubSpot; a role that
 * only the property has counts here too, unless it is labelled at another company.
 */
export function rolesHere({ property, here, elsewhere }: KnownRoles): DecisionRole[] {
  return rolesInOrder([...here, ...property.filter((role) => !elsewhere.includes(role))]);
}

/** What the property must say once a person plays these roles here: the sum over all companies. */
export function rolesInAll(here: readonly DecisionRole[], elsewhere: readonly DecisionRole[]): DecisionRole[] {
  return rolesInOrder([...here, ...elsewhere]);
}

/** Each once, in the vocabulary's order, so that equal roles are equal lists. */
export function rolesInOrder(roles: readonly DecisionRole[]): DecisionRole[] {
  return decisionRoles.values.filter((role) => roles.includes(role));
}
