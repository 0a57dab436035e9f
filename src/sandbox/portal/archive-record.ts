import type { ObjectType } from "../types/index.ts";
import { countAssociations, countConversation } from "./counted-associations.ts";
import { isoText } from "./moment-text.ts";
import { findRecord } from "./find-record.ts";
import type { Portal } from "./portal.ts";
import type { Source } from "./stored-record.ts";
import { tell } from "./tell.ts";
import { checkUnique } from "./write-record.ts";

/** Puts a record into the recycling bin; false when there is no such live record. */
export function archiveRecord(portal: Portal, type: ObjectType, id: string, source: Source): boolean {
  const record = findRecord(portal, type, id);
  if (!record) return false;
  const ms = portal.now().getTime();
  portal.records(type).put({ ...record, archivedMs: ms, updatedMs: ms });
  countConversation(portal, { typeId: type.typeId, id: record.id });
  tell(portal, type, source, {
    subscriptionType: "object.deletion",
    objectId: Number(record.id),
    changeFlag: "DELETED",
  });
  return true;
}

/**
 * Takes a record out of the recycling bin, as people do in HubSpot; apps cannot. Refused once a live record has one of its
 * unique values (knowledge.hubspot.com, "Restore deleted records", says so of e-mail addresses).
 */
export function restoreRecord(portal: Portal, type: ObjectType, id: string, source: Source): boolean {
  const record = findRecord(portal, type, id, { archived: true });
  if (!record) return false;
  checkUnique(portal, type, record, Object.keys(record.values), {});
  const { archivedMs: _gone, ...live } = record;
  const ms = portal.now().getTime();
  const at = isoText(ms);
  const values = { ...live.values, [type.modifiedProperty]: at, hs_lastmodifieddate: at };
  portal.records(type).put({ ...live, updatedMs: ms, values });
  countConversation(portal, { typeId: type.typeId, id: record.id });
  tell(portal, type, source, {
    subscriptionType: "object.restore",
    objectId: Number(record.id),
    changeFlag: "RESTORED",
  });
  return true;
}

/** Removes a record for good, its associations with it. */
export function purgeRecord(portal: Portal, type: ObjectType, id: string): void {
  const place = { typeId: type.typeId, id };
  for (const toTypeId of portal.links.toTypes(place)) {
    for (const toId of portal.links.toIds(place, toTypeId)) {
      const other = { typeId: toTypeId, id: toId };
      portal.links.set(place, other, []);
      portal.links.set(other, place, []);
      countAssociations(portal, place, other);
    }
  }
  portal.records(type).remove(id);
}
