import type { Kind } from "./kind.ts";
import { byAssociation, byRecord, merged } from "./leads.ts";

/** People: their answers to surveys and their part in the decision count for their companies. */
export const contactKind: Kind = {
  subscribedAs: "contact",
  object: "contacts",
  typeId: "0-1",
  events: ["creation", "deletion", "restore", "merge", "associationChange"],
  life: ["people", "numbers"],
  properties: { am_decision_role: ["people", "numbers"], am_left_on: ["numbers"] },
  polled: { modified: "lastmodifieddate", passes: ["people", "numbers"] },
  async companiesOf(hubspot, ids) {
    // A contact in the bin has no associations, but still says which company was its main one.
    const [associated, main] = await Promise.all([
      byAssociation(hubspot, "contacts", ids),
      byRecord(hubspot, "contacts", ids, "associatedcompanyid", (id) => [id]),
    ]);
    return merged(associated, main);
  },
};
