import { associate, dissociate, typeOfKey } from "../portal/associate.ts";
import type { Place } from "../portal/links.ts";
import type { AssociationType } from "../portal/association-types.ts";
import { findRecord } from "../portal/find-record.ts";
import type { ObjectType } from "../types/index.ts";
import { asList, asText, required, asObject, type Json } from "../wire/read-json.ts";
import { invalid, notFound, Refusal } from "../wire/refusal.ts";
import { readAssociationTypes, wrongWay } from "./associate-new.ts";
import { batchBody, batchError, readInputs, type BatchError } from "./batch.ts";
import { created, defineService, nothing, ok, type Answer, type Call } from "./service.ts";

const MAX_CREATE = 2000;
const MAX_READ = 1000;
const READ_PAGE = 500;

/** Which records belong together (spec: associations.json). There is no list of one record's associations: read in batches. */
export const associations = defineService({
  name: "Associations",
  routes: {
    "PUT /crm/objects/{version}/{fromType}/{id}/associations/default/{toType}/{toId}": {
      operation: "Associate two records without a label",
      handle(call) {
        const { from, to } = typesOf(call);
        const spec = plainBetween(call, from, to);
        const pair = link(call, from, to, call.params.id!, call.params.toId!, [spec]);
        return ok(batchBody(call, defaultResults(call, from, to, pair)));
      },
    },
    "PUT /crm/objects/{version}/{fromType}/{id}/associations/{toType}/{toId}": {
      operation: "Associate two records with labels",
      handle(call) {
        const { from, to } = typesOf(call);
        const types = labelsFrom(call, from, to, call.body);
        return created(
          labelsBetween(call, from, to, link(call, from, to, call.params.id!, call.params.toId!, types), types),
        );
      },
    },
    "DELETE /crm/objects/{version}/{fromType}/{id}/associations/{toType}/{toId}": {
      operation: "Remove all associations of two records",
      handle(call) {
        const { from, to } = typesOf(call);
        unlink(call, from, to, call.params.id!, call.params.toId!);
        return nothing;
      },
    },
    "POST /crm/associations/{version}/{fromType}/{toType}/batch/associate/default": {
      operation: "Associate up to 2,000 pairs without a label",
      handle(call) {
        const { from, to } = typesOf(call);
        const spec = plainBetween(call, from, to);
        return eachPair(call, MAX_CREATE, (input) =>
          defaultResults(call, from, to, link(call, from, to, idIn(input, "from"), idIn(input, "to"), [spec])),
        );
      },
    },
    "POST /crm/associations/{version}/{fromType}/{toType}/batch/create": {
      operation: "Associate up to 2,000 pairs with labels",
      handle(call) {
        const { from, to } = typesOf(call);
        return eachPair(call, MAX_CREATE, (input) => {
          const types = labelsFrom(call, from, to, input.types);
          return [
            labelsBetween(call, from, to, link(call, from, to, idIn(input, "from"), idIn(input, "to"), types), types),
          ];
        });
      },
    },
    "POST /crm/associations/{version}/{fromType}/{toType}/batch/read": {
      operation: "Read the associations of up to 1,000 records",
      handle: readAll,
    },
    "POST /crm/associations/{version}/{fromType}/{toType}/batch/archive": {
      operation: "Remove all associations of up to 2,000 pairs",
      handle(call) {
        const { from, to } = typesOf(call);
        for (const input of readInputs(call.body, MAX_CREATE)) {
          for (const target of asList(required(input, "to"), "to")) {
            unlink(call, from, to, idIn(input, "from"), asText(asObject(target).id, "id"));
          }
        }
        return ok(batchBody(call, []));
      },
    },
    "POST /crm/associations/{version}/{fromType}/{toType}/batch/labels/archive": {
      operation: "Remove labels of up to 2,000 pairs",
      handle(call) {
        const { from, to } = typesOf(call);
        for (const input of readInputs(call.body, MAX_CREATE)) {
          unlink(call, from, to, idIn(input, "from"), idIn(input, "to"), labelsFrom(call, from, to, input.types));
        }
        return ok(batchBody(call, []));
      },
    },
  },
});

/** The two types of the path, and whether records of theirs can belong together at all. */
export function typesOf(call: Call): { from: ObjectType; to: ObjectType } {
  return { from: call.portal.types.named(call.params.fromType!), to: call.portal.types.named(call.params.toType!) };
}

interface LinkedPair {
  fromId: string;
  toId: string;
}

function plainBetween(call: Call, from: ObjectType, to: ObjectType): AssociationType {
  const plain = call.portal.associationTypes.plain(from.typeId, to.typeId);
  if (plain) return plain;
  throw invalid(`${from.name} and ${to.name} cannot be associated: no association type is defined between them`, [
    { message: "No association type is defined", code: "INVALID_ASSOCIATION_TYPE" },
  ]);
}

function labelsFrom(call: Call, from: ObjectType, to: ObjectType, specs: unknown): AssociationType[] {
  const types = readAssociationTypes(call, specs);
  if (types.length === 0) throw invalid("At least one association type is needed");
  for (const type of types) {
    if (type.from !== from.typeId || type.to !== to.typeId) throw wrongWay(type, from.typeId, to.typeId);
  }
  return types;
}

function link(
  call: Call,
  from: ObjectType,
  to: ObjectType,
  id: string,
  toId: string,
  types: AssociationType[],
): LinkedPair {
  const one = findRecord(call.portal, from, id);
  if (!one) throw notFound(`No ${from.singular} with ID ${id} exists`, missing(from, id));
  const other = findRecord(call.portal, to, toId);
  if (!other) throw notFound(`No ${to.singular} with ID ${toId} exists`, missing(to, toId));
  if (from.typeId === to.typeId && one.id === other.id)
    throw invalid(`${from.name} ${id} cannot be associated with itself`);
  associate(call.portal, { typeId: from.typeId, id: one.id }, { typeId: to.typeId, id: other.id }, types, call.source);
  return { fromId: one.id, toId: other.id };
}

const missing = (type: ObjectType, id: string) => ({ context: { objectType: [type.typeId], id: [id] } });

function unlink(
  call: Call,
  from: ObjectType,
  to: ObjectType,
  id: string,
  toId: string,
  only?: AssociationType[],
): void {
  const place = { typeId: from.typeId, id };
  dissociate(call.portal, place, { typeId: to.typeId, id: toId }, only, call.source);
}

/** Pairs that cannot be associated are told in a 207; the others stand. All pairs failing is a plain refusal. */
function eachPair(call: Call, max: number, write: (input: Json) => unknown[]): Answer {
  const inputs = readInputs(call.body, max);
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  let first: Refusal | undefined;
  for (const input of inputs) {
    try {
      results.push(...call.portal.transact(() => write(input)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      first ??= error;
      errors.push(batchError(error, { fromObjectId: [idIn(input, "from")], toObjectId: [idIn(input, "to")] }));
    }
  }
  if (first && errors.length === inputs.length) throw first;
  return { status: errors.length > 0 ? 207 : 200, body: batchBody(call, results, errors) };
}

function defaultResults(call: Call, from: ObjectType, to: ObjectType, { fromId, toId }: LinkedPair) {
  const spec = (one: ObjectType, other: ObjectType) => {
    const { category, typeId } = plainBetween(call, one, other);
    return { associationCategory: category, associationTypeId: typeId };
  };
  return [
    { from: { id: fromId }, to: { id: toId }, associationSpec: spec(from, to) },
    { from: { id: toId }, to: { id: fromId }, associationSpec: spec(to, from) },
  ];
}

const labelsBetween = (_call: Call, from: ObjectType, to: ObjectType, pair: LinkedPair, types: AssociationType[]) => ({
  fromObjectTypeId: from.typeId,
  fromObjectId: pair.fromId,
  toObjectTypeId: to.typeId,
  toObjectId: pair.toId,
  labels: types.flatMap(({ label }) => (label === null ? [] : [label])),
});

function readAll(call: Call): Answer {
  const { from, to } = typesOf(call);
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  for (const input of readInputs(call.body, MAX_READ)) {
    const id = asText(required(input, "id"), "id");
    // A merged-away id reads as the record it became.
    const place = { typeId: from.typeId, id: findRecord(call.portal, from, id)?.id ?? "" };
    const all = linkedIds(call, place, to);
    if (all.length === 0) {
      // HubSpot counts a record without associations as an error of a 207.
      const message = `No ${to.singular} is associated with ${from.singular} ${id}.`;
      const none = notFound(message, { errors: [{ message, subCategory: "crm.associations.NO_ASSOCIATIONS_FOUND" }] });
      const context = { fromObjectId: [id], fromObjectType: [from.typeId], toObjectType: [to.typeId] };
      errors.push(batchError(none, context));
      continue;
    }
    const after = input.after === undefined ? 0 : Number(asText(input.after, "after"));
    const page = all.slice(after, after + READ_PAGE);
    const next = after + page.length;
    results.push({
      from: { id },
      to: page.map((toId) => ({
        toObjectId: toId,
        associationTypes: typesBetween(call, place, { typeId: to.typeId, id: toId }),
      })),
      ...(next < all.length ? { paging: { next: { after: String(next) } } } : {}),
    });
  }
  return { status: errors.length > 0 ? 207 : 200, body: batchBody(call, results, errors) };
}

function linkedIds(call: Call, from: Place, to: ObjectType): string[] {
  const table = call.portal.records(to);
  return call.portal.links.toIds(from, to.typeId).filter((id) => table.get(id)?.archivedMs === undefined);
}

function typesBetween(call: Call, from: Place, to: Place) {
  return call.portal.links.types(from, to).flatMap((name) => {
    const type = typeOfKey(call.portal, name);
    return type ? [{ category: type.category, typeId: type.typeId, label: type.label }] : [];
  });
}

const idIn = (input: Json, name: string) => asText(asObject(required(input, name), name).id, `${name}.id`);
