import { defineObjectType } from "./object-type.ts";
import { choice, flag, longText, moment, number, owner, text } from "./property-words.ts";

const timed = [
  moment("hs_timestamp", "Activity date"),
  owner("hubspot_owner_id", "Activity assigned to"),
  text("hs_attachment_ids", "Attached file IDs"),
  text("hs_unique_id", "Unique ID", { readOnly: true, hidden: true }),
];

export const tasks = defineObjectType({
  typeId: "0-27",
  name: "tasks",
  singular: "task",
  labels: { singular: "Task", plural: "Tasks" },
  primaryDisplayProperty: "hs_task_subject",
  searchableProperties: ["hs_task_subject", "hs_task_body"],
  requiredProperties: ["hs_timestamp"],
  presetValues: { hs_task_status: "NOT_STARTED", hs_task_priority: "NONE", hs_task_type: "TODO" },
  group: { name: "task", label: "Task" },
  properties: [
    ...timed,
    text("hs_task_subject", "Task Title"),
    longText("hs_task_body", "Task Notes", { fieldType: "html" }),
    choice("hs_task_status", "Task Status", ["NOT_STARTED", "IN_PROGRESS", "WAITING", "DEFERRED", "COMPLETED"]),
    choice("hs_task_priority", "Priority", ["NONE", "LOW", "MEDIUM", "HIGH"]),
    choice("hs_task_type", "Task Type", ["TODO", "CALL", "EMAIL", "LINKED_IN_CONNECT", "LINKED_IN_MESSAGE"]),
    text("hs_task_reminders", "Reminders"),
    text("hs_queue_membership_ids", "Queue"),
    moment("hs_task_completion_date", "Completed at", { readOnly: true, calculated: true }),
    flag("hs_task_is_completed", "Is completed", { readOnly: true, calculated: true }),
  ],
});

export const notes = defineObjectType({
  typeId: "0-46",
  name: "notes",
  singular: "note",
  labels: { singular: "Note", plural: "Notes" },
  searchableProperties: ["hs_note_body"],
  requiredProperties: ["hs_timestamp"],
  group: { name: "note", label: "Note" },
  properties: [...timed, longText("hs_note_body", "Note body", { fieldType: "html" })],
});

export const meetings = defineObjectType({
  typeId: "0-47",
  name: "meetings",
  singular: "meeting",
  labels: { singular: "Meeting", plural: "Meetings" },
  primaryDisplayProperty: "hs_meeting_title",
  searchableProperties: ["hs_meeting_title", "hs_meeting_body"],
  requiredProperties: ["hs_timestamp"],
  group: { name: "meeting", label: "Meeting" },
  properties: [
    ...timed,
    text("hs_meeting_title", "Meeting name"),
    longText("hs_meeting_body", "Meeting description", { fieldType: "html" }),
    longText("hs_internal_meeting_notes", "Internal meeting notes", { fieldType: "html" }),
    text("hs_meeting_external_url", "Meeting external URL"),
    text("hs_meeting_location", "Meeting location"),
    choice("hs_meeting_location_type", "Location type", ["PHONE", "ADDRESS", "CUSTOM"]),
    moment("hs_meeting_start_time", "Meeting start time"),
    moment("hs_meeting_end_time", "Meeting end time"),
    choice("hs_meeting_outcome", "Meeting outcome", ["SCHEDULED", "COMPLETED", "RESCHEDULED", "NO_SHOW", "CANCELED"]),
    text("hs_activity_type", "Call and meeting type"),
  ],
});

export const calls = defineObjectType({
  typeId: "0-48",
  name: "calls",
  singular: "call",
  labels: { singular: "Call", plural: "Calls" },
  primaryDisplayProperty: "hs_call_title",
  searchableProperties: ["hs_call_title", "hs_call_body"],
  requiredProperties: ["hs_timestamp"],
  group: { name: "call", label: "Call" },
  properties: [
    ...timed,
    text("hs_call_title", "Call title"),
    longText("hs_call_body", "Call notes", { fieldType: "html" }),
    choice("hs_call_direction", "Call direction", ["INBOUND", "OUTBOUND"]),
    text("hs_call_disposition", "Call outcome"),
    number("hs_call_duration", "Call duration"),
    text("hs_call_from_number", "From number"),
    text("hs_call_to_number", "To number"),
    text("hs_call_recording_url", "Recording URL"),
    choice("hs_call_status", "Call status", [
      "BUSY",
      "CALLING_CRM_USER",
      "CANCELED",
      "COMPLETED",
      "CONNECTING",
      "FAILED",
      "IN_PROGRESS",
      "NO_ANSWER",
      "QUEUED",
      "RINGING",
    ]),
    text("hs_activity_type", "Call and meeting type"),
  ],
});

export const emails = defineObjectType({
  typeId: "0-49",
  name: "emails",
  singular: "email",
  labels: { singular: "Email", plural: "Emails" },
  primaryDisplayProperty: "hs_email_subject",
  searchableProperties: ["hs_email_subject"],
  requiredProperties: ["hs_timestamp"],
  group: { name: "email", label: "Email" },
  properties: [
    ...timed,
    text("hs_email_subject", "Email subject"),
    longText("hs_email_text", "Email body"),
    longText("hs_email_html", "Email HTML", { fieldType: "html" }),
    longText("hs_email_headers", "Email headers"),
    choice("hs_email_direction", "Email direction", ["EMAIL", "INCOMING_EMAIL", "FORWARDED_EMAIL"]),
    choice("hs_email_status", "Email send status", ["BOUNCED", "FAILED", "SCHEDULED", "SENDING", "SENT"]),
  ],
});
