import type { Option, Property } from "../portal/property.ts";

/** Options from `value: label` pairs, in their order. */
export function options(pairs: Record<string, string> | readonly string[]): Option[] {
  const entries = Array.isArray(pairs) ? pairs.map((value: string) => [value, spoken(value)]) : Object.entries(pairs);
  return entries.map(([value, label], displayOrder) => ({
    value: value!,
    label: label!,
    displayOrder,
    hidden: false,
  }));
}

type Parts = Partial<Omit<Property, "modificationMetadata">> & { readOnly?: boolean };

function property(name: string, label: string, type: Property["type"], fieldType: string, parts: Parts): Property {
  const { readOnly = false, ...rest } = parts;
  return {
    name,
    label,
    type,
    fieldType,
    description: "",
    groupName: "",
    options: [],
    displayOrder: -1,
    calculated: false,
    externalOptions: false,
    hasUniqueValue: false,
    hidden: false,
    hubspotDefined: true,
    formField: !readOnly,
    archived: false,
    dataSensitivity: "non_sensitive",
    modificationMetadata: {
      archivable: false,
      readOnlyDefinition: true,
      readOnlyOptions: true,
      readOnlyValue: readOnly,
    },
    ...rest,
  };
}

export const text = (name: string, label: string, parts: Parts = {}) => property(name, label, "string", "text", parts);
export const longText = (name: string, label: string, parts: Parts = {}) =>
  property(name, label, "string", "textarea", parts);
export const number = (name: string, label: string, parts: Parts = {}) =>
  property(name, label, "number", "number", parts);
export const date = (name: string, label: string, parts: Parts = {}) => property(name, label, "date", "date", parts);
export const moment = (name: string, label: string, parts: Parts = {}) =>
  property(name, label, "datetime", "date", parts);
export const flag = (name: string, label: string, parts: Parts = {}) =>
  property(name, label, "bool", "booleancheckbox", {
    options: options({ true: "Yes", false: "No" }),
    ...parts,
  });
export const choice = (
  name: string,
  label: string,
  pairs: Record<string, string> | readonly string[],
  parts: Parts = {},
) => property(name, label, "enumeration", "select", { options: options(pairs), ...parts });
export const choices = (
  name: string,
  label: string,
  pairs: Record<string, string> | readonly string[],
  parts: Parts = {},
) => property(name, label, "enumeration", "checkbox", { options: options(pairs), ...parts });

/** A choice among the account's owners, whose options HubSpot does not list. */
export const owner = (name = "hubspot_owner_id", label = "Owner", parts: Parts = {}) =>
  property(name, label, "enumeration", "select", { externalOptions: true, referencedObjectType: "OWNER", ...parts });

/** What every type has; `created` and `modified` differ by type, an accident of HubSpot's history. */
export function bookkeeping(created: string, modified: string): Property[] {
  const own = [
    number("hs_object_id", "Record ID", { readOnly: true, hasUniqueValue: true }),
    moment("hs_createdate", "Object create date/time", { readOnly: true }),
    moment("hs_lastmodifieddate", "Object last modified date/time", { readOnly: true }),
    text("hs_object_source", "Record source", { readOnly: true, hidden: true }),
    text("hs_object_source_id", "Record source ID", { readOnly: true, hidden: true }),
    text("hs_object_source_label", "Record source label", { readOnly: true }),
    longText("hs_merged_object_ids", "Merged record IDs", { readOnly: true }),
    text("hs_created_by_user_id", "Created by user ID", { readOnly: true }),
    text("hs_updated_by_user_id", "Updated by user ID", { readOnly: true }),
    moment("hubspot_owner_assigneddate", "Owner assigned date", { readOnly: true }),
    text("hubspot_team_id", "HubSpot team"),
  ];
  const extra = [
    ...(created === "hs_createdate" ? [] : [moment(created, "Create date", { readOnly: true })]),
    ...(modified === "hs_lastmodifieddate" ? [] : [moment(modified, "Last modified date", { readOnly: true })]),
  ];
  return [...own, ...extra];
}

const spoken = (value: string) => {
  const words = value.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
