import type { ObjectType } from "../types/index.ts";
import { associate, typeOfKey } from "./associate.ts";
import { purgeRecord } from "./archive-record.ts";
import { isoText } from "./moment-text.ts";
import type { Portal } from "./portal.ts";
import { historyOf, type PastValue, type Source, type StoredRecord } from "./stored-record.ts";
import { tell } from "./tell.ts";

/**
 * Merges `other` into `primary`: the primary's values win where it has any, associations of both stay. A contact keeps its
 * id, any other record gets a new one (HubSpot's "Merge records" article); the old ids lead to it from then on.
 */
export function mergeRecords(
  portal: Portal,
  type: ObjectType,
  primary: StoredRecord,
  other: StoredRecord,
  source: Source,
): StoredRecord {
  const ms = portal.now().getTime();
  const id = type.name === "contacts" ? primary.id : String(portal.nextId("record"));
  const moved = Object.keys(other.values).filter((name) => primary.values[name] === undefined);
  const history: Record<string, PastValue[]> = {};
  for (const name of new Set([...Object.keys(primary.values), ...Object.keys(other.values)])) {
    const both = [...historyOf(primary, name), ...historyOf(other, name)];
    if (both.length > 1) history[name] = both;
  }
  const mergedIds = [primary.id, other.id, ...idsIn(primary), ...idsIn(other)].filter((each) => each !== id);
  const merged: StoredRecord = {
    ...primary,
    id,
    createdMs: Math.min(primary.createdMs, other.createdMs),
    updatedMs: ms,
    values: {
      ...other.values,
      ...primary.values,
      hs_object_id: id,
      hs_merged_object_ids: [...new Set(mergedIds)].join(";"),
      [type.modifiedProperty]: isoText(ms),
      hs_lastmodifieddate: isoText(ms),
    },
    history,
  };
  const links = [...linksOf(portal, type, primary), ...linksOf(portal, type, other)];
  for (const gone of [primary, other]) purgeRecord(portal, type, gone.id);
  portal.records(type).put(merged);
  for (const gone of [primary, other]) if (gone.id !== id) portal.merged.put(`${type.typeId}/${gone.id}`, id);
  for (const { toTypeId, toId, types } of links) {
    if (toTypeId === type.typeId && (toId === primary.id || toId === other.id)) continue;
    // Moving associations along is part of the merge: subscribers hear of the merge, not of each of them.
    associate(silent(portal), { typeId: type.typeId, id }, { typeId: toTypeId, id: toId }, types, source);
  }
  tell(portal, type, source, {
    subscriptionType: "object.merge",
    objectId: Number(id),
    primaryObjectId: Number(primary.id),
    mergedObjectIds: [Number(other.id)],
    newObjectId: Number(id),
    numberOfPropertiesMoved: moved.length,
    changeFlag: "MERGED",
  });
  return portal.records(type).get(id)!;
}

const silent = (portal: Portal): Portal => Object.create(portal, { emit: { value: () => undefined } }) as Portal;

const idsIn = (record: StoredRecord) => record.values.hs_merged_object_ids?.split(";") ?? [];

function linksOf(portal: Portal, type: ObjectType, record: StoredRecord) {
  const from = { typeId: type.typeId, id: record.id };
  return portal.links.toTypes(from).flatMap((toTypeId) =>
    portal.links.toIds(from, toTypeId).map((toId) => ({
      toTypeId,
      toId,
      types: portal.links
        .types(from, { typeId: toTypeId, id: toId })
        .map((name) => typeOfKey(portal, name))
        .filter((way) => way !== undefined)
        // Which company is primary is settled by the survivor's own first one.
        .filter((way) => !way.isPrimary),
    })),
  );
}
