import type { ObjectType } from "../types/index.ts";
import { isoText } from "./moment-text.ts";
import type { Portal } from "./portal.ts";
import { historyOf, type StoredRecord } from "./stored-record.ts";

/** What a reader asked for by name. */
export interface Wanted {
  properties: string[];
  propertiesWithHistory?: string[];
}

type Wire = Record<string, unknown> & { id: string; properties: Record<string, string | null> };

/** A record as a read answers it: default properties and those asked for; unknown names are left out, empty ones null. */
export function presentRecord(portal: Portal, type: ObjectType, record: StoredRecord, wanted: Wanted): Wire {
  const known = portal.properties.of(type);
  const asked = [...wanted.properties, ...(wanted.propertiesWithHistory ?? [])];
  const names = asked.length === 0 ? type.defaultProperties : [...alwaysGiven(type), ...asked];
  const properties: Record<string, string | null> = {};
  for (const name of [...new Set(names)].sort()) {
    if (known.has(name)) properties[name] = record.values[name] ?? null;
  }
  return {
    ...envelope(record),
    properties,
    ...(wanted.propertiesWithHistory?.length ? { propertiesWithHistory: presentHistory(record, wanted, known) } : {}),
  };
}

/** A record as a write answers it: everything that it has a value for. */
export function presentWritten(record: StoredRecord): Wire {
  const sorted = Object.entries(record.values).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...envelope(record), properties: Object.fromEntries(sorted) };
}

const alwaysGiven = (type: ObjectType) => ["hs_object_id", type.createdProperty, type.modifiedProperty];

function envelope(record: StoredRecord) {
  return {
    id: record.id,
    createdAt: new Date(record.createdMs).toISOString(),
    updatedAt: new Date(record.updatedMs).toISOString(),
    archived: record.archivedMs !== undefined,
    ...(record.archivedMs === undefined ? {} : { archivedAt: new Date(record.archivedMs).toISOString() }),
  };
}

function presentHistory(record: StoredRecord, wanted: Wanted, known: ReadonlyMap<string, unknown>) {
  const names = (wanted.propertiesWithHistory ?? []).filter((name) => known.has(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      historyOf(record, name).map(({ value, ms, source }) => ({
        value,
        timestamp: isoText(ms),
        sourceType: source.type,
        sourceId: source.id,
        ...(source.userId === undefined ? {} : { updatedByUserId: source.userId }),
      })),
    ]),
  );
}
