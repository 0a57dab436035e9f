/** Where a value came from, as `propertiesWithHistory` and webhooks name it. */
export interface Source {
  /** `INTEGRATION` for apps, `CRM_UI` for people, `CALCULATED` and so on. */
  type: string;
  id: string;
  userId?: number;
}

/** One value that a property had, and since when. */
export interface PastValue {
  value: string;
  ms: number;
  source: Source;
}

/** A record as it is kept. Replaced as a whole on every change. */
export interface StoredRecord {
  id: string;
  createdMs: number;
  updatedMs: number;
  archivedMs?: number;
  source: Source;
  /** Only what has a value. */
  values: Record<string, string>;
  /** Only properties that changed after the record was made; newest first, the present value included. */
  history?: Record<string, PastValue[]>;
}

/** Every value a property had, newest first. */
export function historyOf(record: StoredRecord, name: string): PastValue[] {
  const kept = record.history?.[name];
  if (kept) return kept;
  const value = record.values[name];
  return value === undefined ? [] : [{ value, ms: record.createdMs, source: record.source }];
}

/**
 * The record with these values ("" clears), its history grown by what really changed.
 * The same record comes back when nothing did.
 */
export function withValues(
  record: StoredRecord,
  values: Record<string, string>,
  change: { ms: number; source: Source },
): StoredRecord {
  const changed = Object.keys(values).filter((name) => (record.values[name] ?? "") !== values[name]);
  if (changed.length === 0) return record;
  const next = { ...record.values };
  const history = { ...record.history };
  for (const name of changed) {
    const value = values[name]!;
    history[name] = [{ value, ...change }, ...historyOf(record, name)];
    if (value === "") delete next[name];
    else next[name] = value;
  }
  return { ...record, values: next, history, updatedMs: change.ms };
}
