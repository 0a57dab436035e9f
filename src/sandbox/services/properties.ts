import { readPropertyCreate, readPropertyUpdate } from "../portal/define-property.ts";
import type { Property } from "../portal/property.ts";
import type { ObjectType } from "../types/index.ts";
import { asObject, asText, queryFlag, required, type Json } from "../wire/read-json.ts";
import { conflict, invalid, notFound } from "../wire/refusal.ts";
import { batchBody, batchError, readInputs, refuseRepeats } from "./batch.ts";
import { typeOf } from "./objects.ts";
import { created, defineService, nothing, ok, type Call } from "./service.ts";

const MAX_UNIQUE = 10;
const MAX_CUSTOM = 1000;

/** Properties of every object type (spec: properties.json). */
export const properties = defineService({
  name: "Properties",
  routes: {
    "GET /crm/properties/{version}/{objectType}": {
      operation: "List",
      handle(call) {
        const type = typeOf(call);
        const isArchived = queryFlag(call.query, "archived");
        const list = isArchived ? call.portal.properties.archived(type) : [...call.portal.properties.of(type).values()];
        return ok({ results: list });
      },
    },
    "POST /crm/properties/{version}/{objectType}": {
      operation: "Create",
      handle: (call) => created(createProperty(call, typeOf(call), asObject(call.body))),
    },
    "GET /crm/properties/{version}/{objectType}/{name}": {
      operation: "Read",
      handle(call) {
        const type = typeOf(call);
        const name = call.params.name!;
        const found = queryFlag(call.query, "archived")
          ? call.portal.properties.archived(type).find((property) => property.name === name)
          : call.portal.properties.find(type, name);
        if (!found) throw noProperty(name);
        return ok(found);
      },
    },
    "PATCH /crm/properties/{version}/{objectType}/{name}": {
      operation: "Update",
      handle(call) {
        const type = typeOf(call);
        const property = call.portal.properties.find(type, call.params.name!);
        if (!property) throw noProperty(call.params.name!);
        const next = readPropertyUpdate(property, asObject(call.body), call.portal.now().toISOString());
        checkGroup(call, type, next);
        if (property.hubspotDefined && changesDefinition(property, next)) {
          throw invalid(`The definition of ${property.name} belongs to HubSpot and cannot be changed`, [
            { message: "Property definition is read only", code: "READ_ONLY_DEFINITION" },
          ]);
        }
        call.portal.properties.put(type, next);
        return ok(next);
      },
    },
    "DELETE /crm/properties/{version}/{objectType}/{name}": {
      operation: "Archive",
      handle(call) {
        archive(call, typeOf(call), call.params.name!);
        return nothing;
      },
    },
    "POST /crm/properties/{version}/{objectType}/batch/create": {
      operation: "Create up to 100",
      handle(call) {
        const type = typeOf(call);
        const inputs = readInputs(call.body);
        refuseRepeats(inputs.map(nameIn), "names");
        // The spec of 2026-09 says 200 where 2026-03 said 201.
        return ok(
          batchBody(
            call,
            inputs.map((input) => createProperty(call, type, input)),
          ),
        );
      },
    },
    "POST /crm/properties/{version}/{objectType}/batch/read": {
      operation: "Read up to 100",
      handle(call) {
        const type = typeOf(call);
        const names = readInputs(call.body).map(nameIn);
        const isArchived = asObject(call.body).archived === true;
        const present = isArchived
          ? new Map(call.portal.properties.archived(type).map((property) => [property.name, property]))
          : call.portal.properties.of(type);
        const found = names.flatMap((name) => present.get(name) ?? []);
        const missing = names.filter((name) => !present.has(name));
        const errors = missing.map((name) => batchError(noProperty(name), { name: [name] }));
        return { status: errors.length > 0 ? 207 : 200, body: batchBody(call, found, errors) };
      },
    },
    "POST /crm/properties/{version}/{objectType}/batch/archive": {
      operation: "Archive up to 100",
      handle(call) {
        const type = typeOf(call);
        for (const input of readInputs(call.body)) archive(call, type, nameIn(input));
        return nothing;
      },
    },
  },
});

const nameIn = (input: Json) => asText(required(input, "name"), "name");
const noProperty = (name: string) =>
  notFound(`Property ${name} does not exist`, {
    errors: [{ message: `Property ${name} does not exist`, code: "PROPERTY_DOESNT_EXIST", context: { name: [name] } }],
  });

/** Adds a property, or brings an archived one back, within HubSpot's limits. */
export function createProperty(call: Call, type: ObjectType, body: Json, presetGroup?: string): Property {
  const at = call.portal.now().toISOString();
  const property = readPropertyCreate(body, at, presetGroup);
  const { properties: known } = call.portal;
  if (known.find(type, property.name)) {
    throw conflict(`Property ${property.name} already exists`, {
      errors: [
        {
          message: `Property ${property.name} already exists`,
          code: "PROPERTY_EXISTS",
          context: { name: [property.name] },
        },
      ],
    });
  }
  const old = known.archived(type).find(({ name }) => name === property.name);
  if (old && (old.type !== property.type || old.hasUniqueValue !== property.hasUniqueValue)) {
    throw conflict(
      `Property ${property.name} was archived with type ${old.type}; a name cannot come back with another type`,
    );
  }
  checkGroup(call, type, property);
  const own = [...known.of(type).values()].filter(({ hubspotDefined }) => !hubspotDefined);
  if (own.length >= MAX_CUSTOM)
    throw invalid(`The limit of ${MAX_CUSTOM} custom properties of ${type.name} is reached`);
  const unique = own.filter(({ hasUniqueValue }) => hasUniqueValue);
  if (property.hasUniqueValue && unique.length >= MAX_UNIQUE) {
    throw invalid(`The limit of ${MAX_UNIQUE} unique properties of ${type.name} is reached`, [
      { message: "Too many unique properties", code: "UNIQUE_PROPERTY_LIMIT_EXCEEDED" },
    ]);
  }
  known.put(type, property);
  return property;
}

function checkGroup(call: Call, type: ObjectType, property: Property): void {
  if (call.portal.properties.groups(type).some(({ name }) => name === property.groupName)) return;
  throw invalid(`Property group ${property.groupName} does not exist`, [
    {
      message: `Property group ${property.groupName} does not exist`,
      code: "GROUP_DOESNT_EXIST",
      context: { groupName: [property.groupName] },
    },
  ]);
}

const changesDefinition = (before: Property, after: Property) =>
  before.type !== after.type || (before.modificationMetadata.readOnlyValue && before.label !== after.label);

function archive(call: Call, type: ObjectType, name: string): void {
  const property = call.portal.properties.find(type, name);
  if (!property) throw noProperty(name);
  if (property.hubspotDefined) throw invalid(`Property ${name} belongs to HubSpot and cannot be archived`);
  if (type.primaryDisplayProperty === name || type.requiredProperties.includes(name)) {
    throw invalid(`Property ${name} is used by the definition of ${type.name} and cannot be archived`);
  }
  const at = call.portal.now().toISOString();
  call.portal.properties.put(type, { ...property, archived: true, archivedAt: at, updatedAt: at });
}
