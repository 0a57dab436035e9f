import type { AssociationType } from "../portal/association-types.ts";
import type { Portal } from "../portal/portal.ts";
import type { CustomType } from "../portal/type-registry.ts";
import { defineObjectType } from "../types/object-type.ts";
import { owner } from "../types/property-words.ts";
import type { ObjectType } from "../types/index.ts";
import { asFlag, asList, asObject, asOptionalText, asText, required, type Json } from "../wire/read-json.ts";
import { conflict, invalid, notFound, Refusal } from "../wire/refusal.ts";
import { createProperty } from "./properties.ts";
import type { Call } from "./service.ts";

/** HubSpot's limit of custom object types in an account (Enterprise). */
export const MAX_TYPES = 10;

// Custom objects can always be associated with activities (HubSpot's "Custom objects" guide).
const activityTypeIds = ["0-46", "0-27", "0-47", "0-48", "0-49"];

/** The custom type that the path, or `name`, names; 404 otherwise. */
export function customType(call: Call, name = call.params.objectType!): CustomType {
  const type = call.portal.types.find(name);
  if (type?.isCustom) return type as CustomType;
  throw notFound(`Object type ${name} does not exist`);
}

/** Makes a custom object type with its properties and associations, or refuses as HubSpot does. */
export function createType(call: Call, body: Json): CustomType {
  const { portal } = call;
  if (portal.settings.tier !== "enterprise") {
    throw new Refusal(
      403,
      "This account does not have access to custom objects: an Enterprise subscription is needed",
      {
        category: "MISSING_SCOPES",
        errors: [
          {
            message: "The account lacks the feature that custom object definitions need",
            code: "FEATURE_NOT_AVAILABLE",
            context: { requiredScopes: ["custom-object-write"] },
          },
        ],
      },
    );
  }
  const name = asText(required(body, "name"), "name");
  if (!/^[a-zA-Z][a-zA-Z0-9_]*$/.test(name)) {
    throw invalid(`Object name ${name} is not valid: letters, digits and underscores, starting with a letter`);
  }
  if (portal.types.custom().some((type) => type.name === name)) throw conflict(`Object type ${name} already exists`);
  if (portal.types.custom().length >= MAX_TYPES) {
    throw invalid(`The limit of ${MAX_TYPES} custom object types is reached`, [
      { message: "Too many custom object types", code: "OBJECT_TYPE_LIMIT_EXCEEDED" },
    ]);
  }
  const type = readType(portal, name, body);
  portal.types.put(type);
  portal.properties.putGroup(type, { ...type.group, displayOrder: 0, archived: false });
  for (const each of asList(required(body, "properties"), "properties")) {
    const property = asObject(each, "property");
    createProperty(call, type, property, asOptionalText(property.groupName, "groupName") ?? type.group.name);
  }
  const known = portal.properties.of(type);
  const primary = asOptionalText(body.primaryDisplayProperty, "primaryDisplayProperty");
  if (primary !== undefined && !known.has(primary)) throw invalid(`primaryDisplayProperty ${primary} does not exist`);
  const whole: CustomType = {
    ...type,
    ...(primary === undefined ? {} : { primaryDisplayProperty: primary }),
    requiredProperties: namesIn(body, "requiredProperties", known),
    searchableProperties: namesIn(body, "searchableProperties", known),
    secondaryDisplayProperties: namesIn(body, "secondaryDisplayProperties", known),
  };
  portal.types.put(whole);
  const asked = asList(body.associatedObjects, "associatedObjects").map((each) =>
    portal.types.named(asText(each, "associatedObjects").toLowerCase()),
  );
  const activities = activityTypeIds.map((typeId) => portal.types.named(typeId));
  for (const other of new Set([...activities, ...asked])) associateTypes(portal, whole, other);
  return whole;
}

function readType(portal: Portal, name: string, body: Json): CustomType {
  const at = portal.now().toISOString();
  const labels = readLabels(required(body, "labels"));
  const description = asOptionalText(body.description, "description");
  return {
    ...defineObjectType({
      typeId: `2-${portal.nextId("type")}`,
      name,
      singular: name,
      labels,
      isMergeable: true,
      group: { name: `${name.toLowerCase()}_information`, label: `${labels.singular} information` },
      properties: [owner()],
    }),
    isCustom: true,
    createdAt: at,
    updatedAt: at,
    allowsSensitiveProperties:
      body.allowsSensitiveProperties === undefined
        ? false
        : asFlag(body.allowsSensitiveProperties, "allowsSensitiveProperties"),
    ...(description === undefined ? {} : { description }),
  };
}

export function readLabels(raw: unknown): ObjectType["labels"] {
  const labels = asObject(raw, "labels");
  return {
    singular: asText(required(labels, "singular"), "labels.singular"),
    plural: asText(required(labels, "plural"), "labels.plural"),
  };
}

/** A list of property names, all of them known. */
export function namesIn(body: Json, field: string, known: ReadonlyMap<string, unknown>): string[] {
  const names = asList(body[field], field).map((name) => asText(name, field));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) throw invalid(`${field} names properties that do not exist: ${unknown.join(", ")}`);
  return names;
}

/** Lets records of two types belong together; once only. */
export function associateTypes(portal: Portal, from: ObjectType, to: ObjectType, name?: string): AssociationType {
  const present = portal.associationTypes.plain(from.typeId, to.typeId);
  if (present) return present;
  const isSame = from.typeId === to.typeId;
  const typeId = portal.nextId("association");
  const inverseTypeId = isSame ? typeId : portal.nextId("association");
  const forward: AssociationType = {
    category: "USER_DEFINED",
    typeId,
    from: from.typeId,
    to: to.typeId,
    label: null,
    name: name ?? `${from.singular}_to_${to.singular}`,
    inverseTypeId,
  };
  portal.associationTypes.put(forward);
  if (!isSame) {
    portal.associationTypes.put({
      ...forward,
      typeId: inverseTypeId,
      from: to.typeId,
      to: from.typeId,
      name: `${to.singular}_to_${from.singular}`,
      inverseTypeId: typeId,
    });
  }
  return forward;
}
