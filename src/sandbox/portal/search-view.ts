import { openSortedIds, type SortedIds } from "./sorted-ids.ts";
import type { StoredRecord } from "./stored-record.ts";
import { openValueIndex } from "./value-index.ts";

/** Live records as HubSpot's search index knows them: each write arrives `lagMs` after it was made. */
export interface SearchView {
  change(id: number, record: StoredRecord | undefined): void;
  /** Lets in what has waited long enough; call before reading. */
  settle(): void;
  readonly ids: SortedIds;
  /** Another one after each change that was let in. */
  readonly version: number;
  get(id: number): StoredRecord | undefined;
  idsWith(name: string, value: string): ReadonlySet<number>;
}

interface Waiting {
  id: number;
  record: StoredRecord | undefined;
  realMs: number;
  clockMs: number;
}

/** The lag passes on the machine's clock, and on the portal's when somebody moves that forward. */
export function openSearchView(lag: { lagMs: () => number; clockMs: () => number }): SearchView {
  const seen = new Map<number, StoredRecord>();
  const ids = openSortedIds();
  const index = openValueIndex(() => seen.values());
  let waiting: Waiting[] = [];
  let head = 0;
  let version = 0;

  const show = (id: number, record: StoredRecord | undefined) => {
    const before = seen.get(id);
    version += 1;
    index.change(before, record);
    if (record) seen.set(id, record);
    else seen.delete(id);
    if (record && !before) ids.add(id);
    if (!record && before) ids.remove(id);
  };

  const settle = () => {
    if (head === waiting.length) return;
    const lagMs = lag.lagMs();
    const realMs = performance.now();
    const clockMs = lag.clockMs();
    while (head < waiting.length) {
      const next = waiting[head]!;
      if (realMs - next.realMs < lagMs && clockMs - next.clockMs < lagMs) break;
      show(next.id, next.record);
      head += 1;
    }
    if (head === waiting.length || head > 10_000) {
      waiting = waiting.slice(head);
      head = 0;
    }
  };

  return {
    ids,
    get version() {
      return version;
    },
    settle,
    change(id, record) {
      settle();
      if (head === waiting.length && lag.lagMs() === 0) show(id, record);
      else waiting.push({ id, record, realMs: performance.now(), clockMs: lag.clockMs() });
    },
    get: (id) => seen.get(id),
    idsWith: (name, value) => index.ids(name, value),
  };
}
