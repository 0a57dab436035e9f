import { decisionRoles, type DecisionRole } from "../vocabulary/people.ts";

/** The decision role that an association label stands for, in whatever language the portal has it; null for any other. */
export function roleOfLabel(label: string | null): DecisionRole | null {
  if (label === null) return null;
  return decisionRoles.values.find((role) => Object.values(decisionRoles.labels[role]).includes(label)) ?? null;
}

/** What is known of one person's roles at one company. */
export interface KnownRoles {
  /** `am_decision_role`: the sum over all companies, since a contact has it once. */
  readonly property: readonly DecisionRole[];
  /** Labels of the association with this company. */
  readonly labels: readonly DecisionRole[];
  /** The roles for which property and label said the same when Keyline last saw to it (`am_decides_at`). */
  readonly agreed: readonly DecisionRole[];
  /** Roles that are labelled, or were agreed on, at other companies. */
  readonly elsewhere: readonly DecisionRole[];
  /** The company that HubSpot calls the contact's primary one, or its only one. */
  readonly isPrimary: boolean;
}

/**
 * The roles a person plays at this company. People change either the property or the labels in HubSpot: what both once
 * said is gone as soon as one of them no longer says it, and what is new on either side is a role. One that only the
 * property has is meant for the primary company.
 */
export function rolesHere({ property, labels, agreed, elsewhere, isPrimary }: KnownRoles): DecisionRole[] {
  return decisionRoles.values.filter((role) => {
    const [isLabelled, isNamed] = [labels.includes(role), property.includes(role)];
    if (agreed.includes(role)) return isLabelled && isNamed;
    return isLabelled || (isNamed && isPrimary && !elsewhere.includes(role));
  });
}

/** What the property must say once a person plays these roles here: the sum over all companies. */
export function rolesInAll(here: readonly DecisionRole[], elsewhere: readonly DecisionRole[]): DecisionRole[] {
  return rolesInOrder([...here, ...elsewhere]);
}

/** Each once, in the vocabulary's order, so that equal roles are equal lists. */
export function rolesInOrder(roles: readonly DecisionRole[]): DecisionRole[] {
  return decisionRoles.values.filter((role) => roles.includes(role));
}
