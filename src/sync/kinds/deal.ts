import { each, modifiedProperty, type Kind } from "./kind.ts";
import { byAssociationOrEvidence } from "./leads.ts";

/** What was sold, and what may be. */
export const dealKind: Kind = {
  subscribedAs: "deal",
  object: "deals",
  typeId: "0-3",
  events: ["creation", "deletion", "restore", "merge", "associationChange"],
  life: ["numbers"],
  properties: each(["amount", "deal_currency_code", "closedate", "dealtype", "dealstage", "pipeline"], ["numbers"]),
  polled: { modified: modifiedProperty, passes: ["numbers"] },
  companiesOf: (hubspot, ids) => byAssociationOrEvidence(hubspot, "deals", ids),
};
