import type { AssociationType } from "../portal/association-types.ts";
import { associate } from "../portal/associate.ts";
import { findRecord } from "../portal/find-record.ts";
import type { StoredRecord } from "../portal/stored-record.ts";
import type { ObjectType } from "../types/index.ts";
import { asList, asObject, asText, asWhole, required } from "../wire/read-json.ts";
import { invalid, notFound } from "../wire/refusal.ts";
import type { Call } from "./service.ts";

/** The associations that a create brings along: `[{to: {id}, types: [{associationCategory, associationTypeId}]}]`. */
export function associateNew(call: Call, type: ObjectType, record: StoredRecord, associations: unknown): void {
  for (const entry of asList(associations, "associations").map((each) => asObject(each, "association"))) {
    const id = asText(required(asObject(required(entry, "to"), "to"), "id"), "id");
    const types = readAssociationTypes(call, entry.types);
    if (types.length === 0) throw invalid("An association needs at least one type");
    for (const way of types) {
      if (way.from !== type.typeId) throw wrongWay(way, type.typeId);
      const to = call.portal.types.named(way.to);
      const other = findRecord(call.portal, to, id);
      if (!other) throw notFound(`No ${to.singular} with ID ${id} exists`);
      associate(
        call.portal,
        { typeId: type.typeId, id: record.id },
        { typeId: way.to, id: other.id },
        [way],
        call.source,
      );
    }
  }
}

/** Reads `[{associationCategory, associationTypeId}]`; 400 for one that does not exist. */
export function readAssociationTypes(call: Call, specs: unknown): AssociationType[] {
  return asList(specs, "types").map((spec) => {
    const { associationCategory, associationTypeId } = asObject(spec, "association type");
    const category = asText(associationCategory, "associationCategory");
    const typeId = asWhole(associationTypeId, "associationTypeId");
    const found = call.portal.associationTypes.get({ category, typeId });
    if (found) return found;
    throw invalid(`Association type ${category} ${typeId} doesn't exist`, [
      { message: `Association type ${category} ${typeId} doesn't exist`, code: "INVALID_ASSOCIATION_TYPE" },
    ]);
  });
}

export const wrongWay = (way: AssociationType, from: string, to = "…") =>
  invalid(`Association type ${way.typeId} goes from ${way.from} to ${way.to}, not from ${from} to ${to}`, [
    { message: `Invalid association type ${way.typeId}`, code: "INVALID_ASSOCIATION_TYPE" },
  ]);
