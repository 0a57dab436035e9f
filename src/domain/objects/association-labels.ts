import { decisionRoles, type DecisionRole } from "../vocabulary/people.ts";
import type { Words } from "../words.ts";

/**
 * A label on the association between two records, so that HubSpot's own lists and reports see it. HubSpot keeps at most ten
 * for a pair of types; a pair with an inverse counts as two type ids (developers.hubspot.com, associations).
 */
export interface AssociationLabel {
  /** Stable internal name; letters, digits and underscores. */
  name: string;
  from: string;
  to: string;
  label: Words;
  /** How it reads from the other side, where that is another word. */
  inverse?: Words;
}

/** The association label of a decision role between a contact and its company, or a plan and a contact. */
export function decisionRoleLabelName(role: DecisionRole): string {
  return `keyline_${role}`;
}

const decisionLabels = (from: string, to: string): AssociationLabel[] =>
  decisionRoles.values.map((role) => ({
    name: decisionRoleLabelName(role),
    from,
    to,
    label: decisionRoles.labels[role],
  }));

/** Every association label that provisioning makes. */
export const associationLabels: readonly AssociationLabel[] = [
  ...decisionLabels("contacts", "companies"),
  ...decisionLabels("account_plan", "contacts"),
  {
    name: "keyline_referred_by",
    from: "deals",
    to: "companies",
    label: { en: "Referred by", ar: "بإحالة من" },
    inverse: { en: "Referred", ar: "أحال" },
  },
  {
    name: "keyline_reports_to",
    from: "contacts",
    to: "contacts",
    label: { en: "Reports to", ar: "مديره" },
    inverse: { en: "Leads", ar: "يرأس" },
  },
  {
    name: "keyline_voiced_by",
    from: "account_need",
    to: "contacts",
    label: { en: "Voiced by", ar: "عبّر عنه" },
    inverse: { en: "Voiced", ar: "عبّر عن" },
  },
  {
    name: "keyline_agreed",
    from: "account_plan",
    to: "contacts",
    label: { en: "Agreed to this plan", ar: "وافق على هذه الخطة" },
  },
];
