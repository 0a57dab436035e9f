import { asFlag, asList, asObject, asOptionalText, asText, asWhole, required, type Json } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import { fieldTypesOf, type Option, type Property } from "./property.ts";

const PLAIN_NAME = /^[a-z][a-z0-9_]*$/;
const MAX_NAME = 100;

/** A property as an account defines it, checked as HubSpot checks: name, type and fieldType, options. */
export function readPropertyCreate(body: Json, at: string, presetGroup?: string): Property {
  const name = asText(required(body, "name"), "name");
  if (!PLAIN_NAME.test(name) || name.length > MAX_NAME) {
    throw invalid(
      `Property name ${name} is not valid: lower-case letters, digits and underscores, starting with a letter, at most ${MAX_NAME}`,
      [{ message: `Property name ${name} is not valid`, code: "INVALID_PROPERTY_NAME", context: { name: [name] } }],
    );
  }
  if (name.startsWith("hs_")) {
    throw invalid(`Property name ${name} starts with hs_, which is kept for HubSpot`);
  }
  const type = readType(required(body, "type"));
  const fieldType = asText(required(body, "fieldType"), "fieldType");
  checkFieldType(type, fieldType);
  const options = readOptions(body.options);
  const referenced = asOptionalText(body.referencedObjectType, "referencedObjectType");
  // The create of a custom object names the referenced type only.
  const externalOptions =
    body.externalOptions === undefined ? referenced === "OWNER" : asFlag(body.externalOptions, "externalOptions");
  checkOptions(name, type, options, externalOptions, referenced);
  const hasUniqueValue = body.hasUniqueValue === undefined ? false : asFlag(body.hasUniqueValue, "hasUniqueValue");
  if (hasUniqueValue && !["string", "number"].includes(type)) {
    throw invalid(`hasUniqueValue is not supported for properties of type ${type}`);
  }
  const label = asText(required(body, "label"), "label");
  if (label.trim() === "") throw invalid("label must not be empty");
  const formula = asOptionalText(body.calculationFormula, "calculationFormula");
  if (fieldType === "calculation_equation" && formula === undefined) throw invalid("calculationFormula is required");
  return {
    name,
    label,
    type,
    fieldType,
    description: asOptionalText(body.description, "description") ?? "",
    groupName: presetGroup ?? asText(required(body, "groupName"), "groupName"),
    options: type === "bool" && options.length === 0 ? yesNo : options,
    displayOrder: body.displayOrder === undefined ? -1 : asWhole(body.displayOrder, "displayOrder"),
    calculated: formula !== undefined,
    externalOptions,
    hasUniqueValue,
    hidden: body.hidden === undefined ? false : asFlag(body.hidden, "hidden"),
    hubspotDefined: false,
    formField: body.formField === undefined ? false : asFlag(body.formField, "formField"),
    archived: false,
    createdAt: at,
    updatedAt: at,
    dataSensitivity: asOptionalText(body.dataSensitivity, "dataSensitivity") ?? "non_sensitive",
    modificationMetadata: {
      archivable: true,
      readOnlyDefinition: false,
      readOnlyOptions: false,
      readOnlyValue: formula !== undefined,
    },
    ...(referenced === undefined ? {} : { referencedObjectType: referenced }),
    ...(formula === undefined ? {} : { calculationFormula: formula }),
  };
}

/** A changed property: what is not said stays. `hasUniqueValue` cannot change. */
export function readPropertyUpdate(property: Property, body: Json, at: string): Property {
  if (body.hasUniqueValue !== undefined && body.hasUniqueValue !== property.hasUniqueValue) {
    throw invalid("hasUniqueValue can only be set when the property is created");
  }
  const type = body.type === undefined ? property.type : readType(body.type);
  const fieldType = body.fieldType === undefined ? property.fieldType : asText(body.fieldType, "fieldType");
  if (type !== property.type && property.hasUniqueValue) throw invalid("The type of a unique property cannot change");
  checkFieldType(type, fieldType);
  const options = body.options === undefined ? property.options : readOptions(body.options);
  checkOptions(property.name, type, options, property.externalOptions, property.referencedObjectType);
  const text = (name: "label" | "description" | "groupName") =>
    body[name] === undefined ? property[name] : asText(body[name], name);
  return {
    ...property,
    type,
    fieldType,
    options,
    label: text("label"),
    description: text("description"),
    groupName: text("groupName"),
    displayOrder: body.displayOrder === undefined ? property.displayOrder : asWhole(body.displayOrder, "displayOrder"),
    hidden: body.hidden === undefined ? property.hidden : asFlag(body.hidden, "hidden"),
    formField: body.formField === undefined ? property.formField : asFlag(body.formField, "formField"),
    updatedAt: at,
  };
}

const yesNo: Option[] = [
  { label: "Yes", value: "true", displayOrder: 0, hidden: false },
  { label: "No", value: "false", displayOrder: 1, hidden: false },
];

function readType(raw: unknown): Property["type"] {
  const type = asText(raw, "type");
  if (type in fieldTypesOf) return type as Property["type"];
  throw invalid(`Invalid property type: ${type}`, [
    { message: `${type} is not one of ${Object.keys(fieldTypesOf).join(", ")}`, code: "INVALID_PROPERTY_TYPE" },
  ]);
}

function checkFieldType(type: Property["type"], fieldType: string): void {
  if (fieldTypesOf[type].includes(fieldType)) return;
  throw invalid(`fieldType ${fieldType} is not valid for type ${type}: use one of ${fieldTypesOf[type].join(", ")}`, [
    {
      message: `Invalid fieldType ${fieldType}`,
      code: "INVALID_FIELD_TYPE",
      context: { type: [type], fieldType: [fieldType] },
    },
  ]);
}

function readOptions(raw: unknown): Option[] {
  return asList(raw, "options").map((each, at) => {
    const option = asObject(each, "option");
    return {
      label: asText(required(option, "label"), "label"),
      value: asText(required(option, "value"), "value"),
      displayOrder: option.displayOrder === undefined ? at : asWhole(option.displayOrder, "displayOrder"),
      hidden: option.hidden === undefined ? false : asFlag(option.hidden, "hidden"),
      ...(option.description === undefined ? {} : { description: asText(option.description, "description") }),
    };
  });
}

function checkOptions(
  name: string,
  type: Property["type"],
  options: Option[],
  externalOptions: boolean,
  referenced: string | undefined,
): void {
  if (externalOptions && referenced !== "OWNER") throw invalid("externalOptions needs referencedObjectType OWNER");
  if (type !== "enumeration" && type !== "bool" && options.length > 0) {
    throw invalid(`Property ${name} of type ${type} cannot have options`);
  }
  if (type === "bool" && options.some(({ value }) => value !== "true" && value !== "false")) {
    throw invalid(`Property ${name} of type bool takes only the options true and false`);
  }
  const repeated = (of: (option: Option) => string) => new Set(options.map(of)).size < options.length;
  if (repeated(({ value }) => value)) throw invalid(`Property ${name} has two options with the same value`);
  if (repeated(({ label }) => label)) throw invalid(`Property ${name} has two options with the same label`);
  if (options.some(({ value }) => value.includes(";"))) throw invalid(`An option value of ${name} contains ";"`);
}
