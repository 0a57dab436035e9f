import { defineObjectType } from "./object-type.ts";
import { choice, flag, longText, moment, number, owner, text } from "./property-words.ts";

export const tickets = defineObjectType({
  typeId: "0-5",
  name: "tickets",
  singular: "ticket",
  labels: { singular: "Ticket", plural: "Tickets" },
  createdProperty: "createdate",
  primaryDisplayProperty: "subject",
  defaultProperties: [
    "content",
    "subject",
    "hs_pipeline",
    "hs_pipeline_stage",
    "hs_ticket_category",
    "hs_ticket_priority",
  ],
  searchableProperties: ["subject", "content", "hs_pipeline_stage", "hs_ticket_category", "hs_ticket_id"],
  requiredProperties: ["hs_pipeline_stage"],
  isMergeable: true,
  hasPipelines: { pipeline: "hs_pipeline", stage: "hs_pipeline_stage" },
  properties: [
    text("subject", "Ticket name"),
    longText("content", "Ticket description"),
    choice("hs_pipeline", "Pipeline", [], { externalOptions: true }),
    choice("hs_pipeline_stage", "Ticket status", [], { externalOptions: true }),
    choice("hs_ticket_category", "Category", ["PRODUCT_ISSUE", "BILLING_ISSUE", "FEATURE_REQUEST", "GENERAL_INQUIRY"]),
    choice("hs_ticket_priority", "Priority", ["LOW", "MEDIUM", "HIGH", "URGENT"]),
    choice("source_type", "Source", ["CHAT", "EMAIL", "FORM", "PHONE"]),
    text("hs_resolution", "Resolution"),
    moment("closed_date", "Close date"),
    number("time_to_close", "Time to close", { readOnly: true, calculated: true }),
    flag("hs_is_closed", "Is closed", { readOnly: true, calculated: true, hidden: true }),
    number("hs_ticket_id", "Ticket ID", { readOnly: true, calculated: true }),
    moment("hs_lastactivitydate", "Last Activity Date", { readOnly: true }),
    owner("hubspot_owner_id", "Ticket owner"),
  ],
});
