import type { AssociationType } from "../portal/association-types.ts";
import type { CustomType } from "../portal/type-registry.ts";
import { asList, asObject, asText, asOptionalText, required } from "../wire/read-json.ts";
import { invalid, notFound } from "../wire/refusal.ts";
import { associateTypes, createType, customType, namesIn, readLabels } from "./define-type.ts";
import { readInputs } from "./batch.ts";
import { created, defineService, nothing, ok, type Call } from "./service.ts";

/** Custom object types (spec: schemas.json). They need an Enterprise subscription of some hub. */
export const schemas = defineService({
  name: "Schemas",
  routes: {
    "GET /crm-object-schemas/{version}/schemas": {
      operation: "List",
      handle: (call) =>
        ok({
          results:
            call.query.get("archived") === "true" ? [] : call.portal.types.custom().map((type) => present(call, type)),
        }),
    },
    "POST /crm-object-schemas/{version}/schemas": {
      operation: "Create, with properties and associations",
      handle: (call) => created(present(call, createType(call, asObject(call.body)))),
    },
    "POST /crm-object-schemas/{version}/schemas/batch/read": {
      operation: "Read several",
      handle(call) {
        const names = asList(required(asObject(call.body), "inputs"), "inputs").map((name) => asText(name, "inputs"));
        readInputs({ inputs: names.map((name) => ({ name })) });
        return ok({ results: names.map((name) => present(call, customType(call, name))) });
      },
    },
    "GET /crm-object-schemas/{version}/schemas/{objectType}": {
      operation: "Read",
      handle: (call) => ok(present(call, customType(call))),
    },
    "PATCH /crm-object-schemas/{version}/schemas/{objectType}": {
      operation: "Update labels, display, required and searchable properties",
      handle: update,
    },
    "DELETE /crm-object-schemas/{version}/schemas/{objectType}": {
      operation: "Delete, once no records are left",
      handle(call) {
        const type = customType(call);
        const table = call.portal.records(type);
        if (table.liveIds.ids.length > 0) {
          throw invalid(`${type.name} still has ${table.liveIds.ids.length} records; delete them first`, [
            { message: "Object type still has records", code: "OBJECT_TYPE_IN_USE" },
          ]);
        }
        for (const way of waysOf(call, type)) call.portal.associationTypes.remove(way);
        call.portal.properties.removeAll(type);
        call.portal.types.remove(type.typeId);
        return nothing;
      },
    },
    "POST /crm-object-schemas/{version}/schemas/{objectType}/associations": {
      operation: "Associate with another type",
      handle(call) {
        const type = customType(call);
        const body = asObject(call.body);
        const from = call.portal.types.named(asText(required(body, "fromObjectTypeId"), "fromObjectTypeId"));
        const to = call.portal.types.named(asText(required(body, "toObjectTypeId"), "toObjectTypeId"));
        if (from.typeId !== type.typeId && to.typeId !== type.typeId) {
          throw invalid(`Neither ${from.typeId} nor ${to.typeId} is ${type.typeId}`);
        }
        return created(presentWay(associateTypes(call.portal, from, to, asOptionalText(body.name, "name")), type));
      },
    },
    "DELETE /crm-object-schemas/{version}/schemas/{objectType}/associations/{id}": {
      operation: "Remove an association of types",
      handle(call) {
        const type = customType(call);
        const found = waysOf(call, type).find((way) => String(way.typeId) === call.params.id);
        if (!found) throw notFound(`Association ${call.params.id!} does not exist`);
        for (const way of waysOf(call, type)) {
          if (way.typeId === found.typeId || way.typeId === found.inverseTypeId)
            call.portal.associationTypes.remove(way);
        }
        return nothing;
      },
    },
  },
});

const waysOf = (call: Call, type: CustomType): AssociationType[] =>
  call.portal.types
    .all()
    .flatMap((other) => [
      ...call.portal.associationTypes.between(type.typeId, other.typeId),
      ...(other.typeId === type.typeId ? [] : call.portal.associationTypes.between(other.typeId, type.typeId)),
    ])
    .filter((way) => way.category === "USER_DEFINED");

const presentWay = (way: AssociationType, type: CustomType) => ({
  id: String(way.typeId),
  fromObjectTypeId: way.from,
  toObjectTypeId: way.to,
  name: way.name,
  createdAt: type.createdAt,
  updatedAt: type.updatedAt,
});

function definition(call: Call, type: CustomType) {
  return {
    id: type.typeId.slice("2-".length),
    objectTypeId: type.typeId,
    fullyQualifiedName: call.portal.types.fullyQualifiedName(type),
    name: type.name,
    labels: type.labels,
    ...(type.description === undefined ? {} : { description: type.description }),
    ...(type.primaryDisplayProperty === undefined ? {} : { primaryDisplayProperty: type.primaryDisplayProperty }),
    secondaryDisplayProperties: type.secondaryDisplayProperties,
    requiredProperties: type.requiredProperties,
    searchableProperties: type.searchableProperties,
    allowsSensitiveProperties: type.allowsSensitiveProperties,
    archived: false,
    createdAt: type.createdAt,
    updatedAt: type.updatedAt,
  };
}

function present(call: Call, type: CustomType) {
  const asked = (name: string) => call.query.get(name) !== "false";
  const hasProperties = asked("includePropertyDefinitions");
  const hasAssociations = asked("includeAssociationDefinitions");
  return {
    ...definition(call, type),
    properties: hasProperties ? [...call.portal.properties.of(type).values()] : [],
    associations: hasAssociations ? waysOf(call, type).map((way) => presentWay(way, type)) : [],
  };
}

function update(call: Call) {
  const type = customType(call);
  const body = asObject(call.body);
  if (body.name !== undefined && body.name !== type.name) throw invalid("The name of an object type cannot change");
  const known = call.portal.properties.of(type);
  const names = (field: "requiredProperties" | "searchableProperties" | "secondaryDisplayProperties") =>
    body[field] === undefined ? type[field] : namesIn(body, field, known);
  const primary = asOptionalText(body.primaryDisplayProperty, "primaryDisplayProperty") ?? type.primaryDisplayProperty;
  if (primary !== undefined && !known.has(primary)) throw invalid(`Property ${primary} does not exist`);
  const description = asOptionalText(body.description, "description") ?? type.description;
  const next: CustomType = {
    ...type,
    labels: body.labels === undefined ? type.labels : readLabels(body.labels),
    requiredProperties: names("requiredProperties"),
    searchableProperties: names("searchableProperties"),
    secondaryDisplayProperties: names("secondaryDisplayProperties"),
    ...(primary === undefined ? {} : { primaryDisplayProperty: primary }),
    ...(description === undefined ? {} : { description }),
    updatedAt: call.portal.now().toISOString(),
  };
  call.portal.types.put(next);
  return ok({ ...definition(call, next), portalId: call.portal.id });
}
