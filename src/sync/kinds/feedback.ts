import { modifiedProperty, type Kind } from "./kind.ts";
import { byContacts } from "./leads.ts";

/** Answers to surveys: HubSpot tells of none (docs, webhooks), so they are polled alone. */
export const feedbackKind: Kind = {
  subscribedAs: null,
  object: "feedback_submissions",
  typeId: "0-19",
  events: [],
  life: ["numbers"],
  properties: {},
  polled: { modified: modifiedProperty, passes: ["numbers"] },
  companiesOf: (hubspot, ids) => byContacts(hubspot, "feedback_submissions", ids),
};
