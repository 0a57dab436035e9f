import { each, modifiedProperty, type Kind } from "./kind.ts";
import { byAssociationOrEvidence } from "./leads.ts";

/** What went wrong for the customer. */
export const ticketKind: Kind = {
  subscribedAs: "ticket",
  object: "tickets",
  typeId: "0-5",
  events: ["creation", "deletion", "restore", "merge", "associationChange"],
  life: ["numbers"],
  properties: each(["hs_pipeline", "hs_pipeline_stage", "closed_date"], ["numbers"]),
  polled: { modified: modifiedProperty, passes: ["numbers"] },
  companiesOf: (hubspot, ids) => byAssociationOrEvidence(hubspot, "tickets", ids),
};
