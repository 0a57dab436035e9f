import type { AnyField, FieldKind, Language, Words } from "@keyline/domain";
import type { PropertyInput, WireOption } from "../hubspot/index.ts";

/** A property as it should stand, without its group, and the words that are ours in every language. */
export interface DesiredProperty {
  input: Omit<PropertyInput, "groupName">;
  label: Words;
  help: Words | undefined;
  /** By option value. */
  options: Readonly<Record<string, Words>>;
}

const yesNo: Readonly<Record<string, Words>> = {
  true: { en: "Yes", ar: "نعم" },
  false: { en: "No", ar: "لا" },
};

/** HubSpot's type and form for each kind of field; HubSpot refuses other pairs (docs: properties, "Property types"). */
const wireTypes: Readonly<Record<FieldKind, Pick<PropertyInput, "type" | "fieldType">>> = {
  text: { type: "string", fieldType: "text" },
  longText: { type: "string", fieldType: "textarea" },
  number: { type: "number", fieldType: "number" },
  money: { type: "number", fieldType: "number" },
  date: { type: "date", fieldType: "date" },
  moment: { type: "datetime", fieldType: "date" },
  choice: { type: "enumeration", fieldType: "select" },
  choices: { type: "enumeration", fieldType: "checkbox" },
  flag: { type: "bool", fieldType: "booleancheckbox" },
  owner: { type: "enumeration", fieldType: "select" },
  owners: { type: "enumeration", fieldType: "checkbox" },
};

/** The HubSpot property for a declared field, labelled in one language: labels have only one in HubSpot. */
export function propertyOf(name: string, field: AnyField, language: Language): DesiredProperty {
  const isOwner = field.kind === "owner" || field.kind === "owners";
  const options = field.kind === "flag" ? yesNo : (field.choices?.labels ?? {});
  return {
    input: {
      name,
      label: field.label[language],
      description: field.help?.[language] ?? "",
      ...wireTypes[field.kind],
      ...(Object.keys(options).length > 0 && { options: optionsOf(options, language) }),
      ...(field.unique && { hasUniqueValue: true }),
      ...(isOwner && { externalOptions: true, referencedObjectType: "OWNER" }),
    },
    label: field.label,
    help: field.help,
    options,
  };
}

function optionsOf(options: Readonly<Record<string, Words>>, language: Language): WireOption[] {
  return Object.entries(options).map(([value, words], displayOrder) => ({
    value,
    label: words[language],
    displayOrder,
    hidden: false,
  }));
}
