import type { ObjectType } from "../types/index.ts";
import { invalid, notFound } from "../wire/refusal.ts";
import type { Portal } from "./portal.ts";
import type { StoredRecord } from "./stored-record.ts";

/** Follows merges: the id of a record that was merged away leads to the one that took it in. */
export function presentId(portal: Portal, type: ObjectType, id: string): string {
  let at = id;
  for (let next = portal.merged.get(`${type.typeId}/${at}`); next; next = portal.merged.get(`${type.typeId}/${at}`)) {
    at = next;
  }
  return at;
}

/** The record with this id, or with this value of a unique property; undefined when there is none. */
export function findRecord(
  portal: Portal,
  type: ObjectType,
  id: string,
  options: { idProperty?: string | undefined; archived?: boolean } = {},
): StoredRecord | undefined {
  const table = portal.records(type);
  const archived = options.archived ?? false;
  const record = options.idProperty
    ? byUnique(portal, type, options.idProperty, id)
    : table.get(presentId(portal, type, id));
  return record && (record.archivedMs !== undefined) === archived ? record : undefined;
}

/** The same, or HubSpot's 404. */
export function needRecord(...args: Parameters<typeof findRecord>): StoredRecord {
  const record = findRecord(...args);
  if (record) return record;
  throw notFound();
}

function byUnique(portal: Portal, type: ObjectType, idProperty: string, value: string): StoredRecord | undefined {
  const property = portal.properties.find(type, idProperty);
  if (!property) throw invalid(`Property "${idProperty}" does not exist`);
  if (!property.hasUniqueValue) {
    throw invalid(`idProperty ${idProperty} is not a unique identifier property of ${type.name}`);
  }
  if (idProperty === "hs_object_id") return portal.records(type).get(presentId(portal, type, value));
  return portal.records(type).holder(idProperty, idProperty === "email" ? value.toLowerCase() : value);
}
