import { listMatcher } from "./list-filters.ts";
import type { Portal } from "./portal.ts";

/** A list (segment) as it is kept. */
export interface StoredList {
  listId: string;
  name: string;
  objectTypeId: string;
  processingType: "MANUAL" | "DYNAMIC" | "SNAPSHOT";
  filterBranch?: unknown;
  listVersion: number;
  createdAt: string;
  updatedAt: string;
  filtersUpdatedAt?: string;
  deletedAt?: string;
  /** When each record was added by hand, or as the snapshot was taken. */
  members: Record<string, string>;
}

/** Who is in the list now: ids ascending, with since when. A dynamic list is worked out at each look. */
export function membersOf(portal: Portal, list: StoredList): { recordId: string; membershipTimestamp: string }[] {
  const type = portal.types.named(list.objectTypeId);
  const table = portal.records(type);
  if (list.processingType !== "DYNAMIC") {
    return Object.entries(list.members)
      .filter(([id]) => table.get(id)?.archivedMs === undefined && table.get(id) !== undefined)
      .map(([recordId, membershipTimestamp]) => ({ recordId, membershipTimestamp }))
      .sort((a, b) => Number(a.recordId) - Number(b.recordId));
  }
  const matches = listMatcher(portal, type, list.filterBranch);
  return table.liveIds.ids.flatMap((id) => {
    const record = table.get(String(id))!;
    if (!matches(record)) return [];
    return [{ recordId: record.id, membershipTimestamp: new Date(record.updatedMs).toISOString() }];
  });
}
