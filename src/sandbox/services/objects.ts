import { key } from "../portal/association-types.ts";
import { needRecord } from "../portal/find-record.ts";
import type { Portal } from "../portal/portal.ts";
import { presentRecord, presentWritten, type Wanted } from "../portal/present.ts";
import { archiveRecord } from "../portal/archive-record.ts";
import type { StoredRecord } from "../portal/stored-record.ts";
import { createRecord, updateRecord, type Writer } from "../portal/write-record.ts";
import type { ObjectType } from "../types/index.ts";
import { asObject, queryFlag, queryLimit, queryList, required } from "../wire/read-json.ts";
import { invalid, Refusal } from "../wire/refusal.ts";
import { associateNew } from "./associate-new.ts";
import { created, defineService, nothing, ok, type Call } from "./service.ts";

/** Records one at a time (spec: objects.json, companies.json, …). */
export const objects = defineService({
  name: "Objects",
  routes: {
    "GET /crm/objects/{version}/{objectType}": {
      operation: "List, with paging, properties, history, associations",
      handle: list,
    },
    "POST /crm/objects/{version}/{objectType}": {
      operation: "Create, with associations",
      handle(call) {
        const type = creatableType(call);
        const body = asObject(call.body);
        const record = createRecord(
          call.portal,
          type,
          asObject(required(body, "properties"), "properties"),
          writerOf(call),
        );
        associateNew(call, type, record, body.associations);
        return created(presentWritten(call.portal.records(type).get(record.id)!));
      },
    },
    "GET /crm/objects/{version}/{objectType}/{id}": {
      operation: "Read by id or unique property",
      handle(call) {
        const type = typeOf(call);
        const record = needRecord(call.portal, type, call.params.id!, {
          idProperty: call.query.get("idProperty") ?? undefined,
          archived: queryFlag(call.query, "archived"),
        });
        return ok(withAssociations(call, type, record));
      },
    },
    "PATCH /crm/objects/{version}/{objectType}/{id}": {
      operation: "Update by id or unique property",
      handle(call) {
        const type = writableType(call);
        const idProperty = call.query.get("idProperty") ?? undefined;
        const record = needRecord(call.portal, type, call.params.id!, { idProperty });
        const properties = asObject(required(asObject(call.body), "properties"), "properties");
        return ok(presentWritten(updateRecord(call.portal, type, record, properties, writerOf(call))));
      },
    },
    "DELETE /crm/objects/{version}/{objectType}/{id}": {
      operation: "Archive",
      handle(call) {
        const type = creatableType(call);
        // HubSpot answers 204 for a record that is gone or never was.
        archiveRecord(call.portal, type, call.params.id!, call.source);
        return nothing;
      },
    },
  },
});

export const typeOf = (call: Call): ObjectType => call.portal.types.named(call.params.objectType!);

/** The type, unless apps may not make or archive records of it. */
export function creatableType(call: Call): ObjectType {
  const type = writableType(call);
  if (type.isCreatable || call.isPerson) return type;
  throw new Refusal(405, `${type.labels.plural} cannot be created or archived through the API`, {
    category: "METHOD_NOT_ALLOWED",
  });
}

/** The type, unless apps may only read it. */
export function writableType(call: Call): ObjectType {
  const type = typeOf(call);
  if (type.isWritable || call.isPerson) return type;
  throw new Refusal(405, `${type.labels.plural} are read-only through the API`, { category: "METHOD_NOT_ALLOWED" });
}

export const writerOf = (call: Call, isBatch = false): Writer => ({
  source: call.source,
  isBatch,
  mayWriteReadOnly: call.isPerson ?? false,
});

function list(call: Call) {
  const type = typeOf(call);
  const wanted = wantedOf(call);
  // Histories make a page smaller (spec: "usage of this parameter will reduce the maximum number").
  const limit = queryLimit(call.query, 10, wanted.propertiesWithHistory?.length ? 50 : 100);
  const after = call.query.get("after");
  if (after !== null && !/^\d+$/.test(after)) throw invalid(`Invalid query parameter after: ${after}`);
  const table = call.portal.records(type);
  const ids = queryFlag(call.query, "archived") ? table.archivedIds : table.liveIds;
  // `after` is the id of the next record, as HubSpot's own cursor happens to be.
  const from = after === null ? 0 : ids.after(Number(after) - 1);
  const page = ids.ids.slice(from, from + limit);
  const next = ids.ids[from + limit];
  return ok({
    results: page.map((id) => withAssociations(call, type, table.get(String(id))!)),
    ...(next === undefined ? {} : { paging: { next: { after: String(next), link: nextLink(call, next) } } }),
  });
}

function nextLink(call: Call, after: number): string {
  const query = new URLSearchParams(call.query);
  query.set("after", String(after));
  return `https://api.hubapi.com${call.path}?${query.toString()}`;
}

const wantedOf = (call: Call): Wanted => ({
  properties: queryList(call.query, "properties"),
  propertiesWithHistory: queryList(call.query, "propertiesWithHistory"),
});

function withAssociations(call: Call, type: ObjectType, record: StoredRecord) {
  const body = presentRecord(call.portal, type, record, wantedOf(call));
  const names = queryList(call.query, "associations");
  if (names.length === 0) return body;
  const associations: Record<string, unknown> = {};
  for (const name of names) {
    const to = call.portal.types.find(name);
    if (!to) continue;
    const results = associatedIds(call.portal, type, record, to);
    if (results.length > 0)
      associations[to.isCustom ? call.portal.types.fullyQualifiedName(to) : to.name] = { results };
  }
  return Object.keys(associations).length === 0 ? body : { ...body, associations };
}

function associatedIds(portal: Portal, type: ObjectType, record: StoredRecord, to: ObjectType) {
  const place = { typeId: type.typeId, id: record.id };
  return portal.links.toIds(place, to.typeId).flatMap((id) => {
    if (portal.records(to).get(id)?.archivedMs !== undefined) return [];
    const ways = portal.associationTypes.between(type.typeId, to.typeId);
    const present = portal.links.types(place, { typeId: to.typeId, id });
    return ways.filter((way) => present.includes(key(way))).map((way) => ({ id, type: wayName(type, to, way.label) }));
  });
}

const wayName = (from: ObjectType, to: ObjectType, label: string | null) => {
  const plain = `${from.singular}_to_${to.singular}`;
  return label === null ? plain : `${plain}_${label.toLowerCase().replaceAll(/\W+/g, "_")}`.replace(/_primary$/, "");
};
