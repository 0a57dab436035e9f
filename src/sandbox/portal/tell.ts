import type { ObjectType } from "../types/index.ts";
import type { Portal } from "./portal.ts";
import type { Source, StoredRecord } from "./stored-record.ts";

/** One thing that happened, as webhooks tell it (HubSpot's webhooks guide), before it has ids. */
export interface Happening {
  portalId: number;
  subscriptionType: string;
  objectTypeId: string;
  objectId?: number;
  occurredAt: number;
  changeSource: string;
  sourceId: string;
  changeFlag?: string;
  propertyName?: string;
  propertyValue?: string;
  primaryObjectId?: number;
  mergedObjectIds?: number[];
  newObjectId?: number;
  numberOfPropertiesMoved?: number;
  fromObjectId?: number;
  toObjectId?: number;
  fromObjectTypeId?: string;
  toObjectTypeId?: string;
  associationType?: string;
  associationTypeId?: number;
  associationCategory?: string;
  associationRemoved?: boolean;
  isPrimaryAssociation?: boolean;
}

export function tell(
  portal: Portal,
  type: ObjectType,
  source: Source,
  happening: Omit<Happening, "portalId" | "objectTypeId" | "occurredAt" | "changeSource" | "sourceId">,
): void {
  if (!portal.isHeard()) return;
  portal.emit({
    objectTypeId: type.typeId,
    occurredAt: portal.now().getTime(),
    changeSource: source.type,
    sourceId: source.id,
    ...happening,
  });
}

export function tellCreated(
  portal: Portal,
  type: ObjectType,
  record: StoredRecord,
  names: string[],
  source: Source,
): void {
  if (!portal.isHeard()) return;
  tell(portal, type, source, {
    subscriptionType: "object.creation",
    objectId: Number(record.id),
    changeFlag: "CREATED",
  });
  for (const name of names) tellValue(portal, type, record, name, source);
}

export function tellChanged(
  portal: Portal,
  type: ObjectType,
  before: StoredRecord,
  after: StoredRecord,
  source: Source,
): void {
  if (!portal.isHeard()) return;
  const names = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
  for (const name of names) {
    if (before.values[name] === after.values[name] || isClockwork(type, name)) continue;
    tellValue(portal, type, after, name, source);
  }
}

function tellValue(portal: Portal, type: ObjectType, record: StoredRecord, name: string, source: Source): void {
  tell(portal, type, source, {
    subscriptionType: "object.propertyChange",
    objectId: Number(record.id),
    propertyName: name,
    propertyValue: record.values[name] ?? "",
  });
}

const isClockwork = (type: ObjectType, name: string) =>
  name === type.modifiedProperty || name === "hs_lastmodifieddate" || name === "hubspot_owner_assigneddate";
