import type { Collection } from "../ledger/ledger.ts";
import { openSearchView, type SearchView } from "./search-view.ts";
import { openSortedIds, type SortedIds } from "./sorted-ids.ts";
import type { StoredRecord } from "./stored-record.ts";
import { openValueIndex } from "./value-index.ts";

/** The records of one type in one portal. */
export interface RecordTable {
  readonly liveIds: SortedIds;
  readonly archivedIds: SortedIds;
  /** What searches see, which lags behind. */
  readonly search: SearchView;
  get(id: string): StoredRecord | undefined;
  /** The live record that holds this value of a unique property. */
  holder(name: string, value: string): StoredRecord | undefined;
  put(record: StoredRecord): void;
  remove(id: string): void;
}

export function openRecordTable(
  collection: Collection<StoredRecord>,
  lag: { lagMs: () => number; clockMs: () => number },
): RecordTable {
  const liveIds = openSortedIds();
  const archivedIds = openSortedIds();
  const index = openValueIndex(() => live(collection.values()));
  const search = openSearchView(lag);

  collection.watch((id, before, after) => {
    const was = before && before.archivedMs === undefined ? before : undefined;
    const is = after && after.archivedMs === undefined ? after : undefined;
    if (was && !is) liveIds.remove(Number(id));
    if (is && !was) liveIds.add(Number(id));
    if (before && !was) archivedIds.remove(Number(id));
    if (after && !is) archivedIds.add(Number(id));
    index.change(was, is);
    search.change(Number(id), is);
  });

  return {
    liveIds,
    archivedIds,
    search,
    get: (id) => collection.get(id),
    holder(name, value) {
      for (const id of index.ids(name, value)) {
        const record = collection.get(String(id));
        // The index ignores case, HubSpot's unique values do not (an e-mail address is stored in lower case anyway).
        if (record?.values[name] === value) return record;
      }
      return undefined;
    },
    put: (record) => collection.put(record.id, record),
    remove: (id) => collection.delete(id),
  };
}

function* live(records: Iterable<StoredRecord>): Iterable<StoredRecord> {
  for (const record of records) if (record.archivedMs === undefined) yield record;
}
