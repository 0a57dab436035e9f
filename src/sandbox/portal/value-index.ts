import type { StoredRecord } from "./stored-record.ts";

/** Which records have which value of a property; an index of a property is built when it is first asked for. */
export interface ValueIndex {
  /** Ids of the records whose value is `value`, compared without case. */
  ids(name: string, value: string): ReadonlySet<number>;
  change(before: StoredRecord | undefined, after: StoredRecord | undefined): void;
}

const NONE: ReadonlySet<number> = new Set();

export function openValueIndex(all: () => Iterable<StoredRecord>): ValueIndex {
  const byName = new Map<string, Map<string, Set<number>>>();

  const build = (name: string) => {
    const made = new Map<string, Set<number>>();
    byName.set(name, made);
    for (const record of all()) add(made, record.values[name], Number(record.id));
    return made;
  };

  return {
    ids: (name, value) => (byName.get(name) ?? build(name)).get(value.toLowerCase()) ?? NONE,
    change(before, after) {
      for (const [name, index] of byName) {
        const was = before?.values[name];
        const is = after?.values[name];
        if (was === is) continue;
        if (was !== undefined) remove(index, was.toLowerCase(), Number(before!.id));
        if (is !== undefined) add(index, is, Number(after!.id));
      }
    },
  };
}

function add(index: Map<string, Set<number>>, value: string | undefined, id: number): void {
  if (value === undefined) return;
  const key = value.toLowerCase();
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function remove(index: Map<string, Set<number>>, key: string, id: number): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}
