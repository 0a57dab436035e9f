/** Record ids as numbers in ascending order. Ids only grow, so adding is nearly always at the end. */
export interface SortedIds {
  readonly ids: readonly number[];
  add(id: number): void;
  remove(id: number): void;
  /** Position of the first id that is greater than `id`. */
  after(id: number): number;
}

/** Position of the first of ascending ids that is greater than `id`. */
export function firstBeyond(ids: readonly number[], id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function openSortedIds(): SortedIds {
  const ids: number[] = [];
  const firstAtLeast = (id: number) => firstBeyond(ids, id - 1);
  return {
    ids,
    add(id) {
      if (ids.length === 0 || id > ids[ids.length - 1]!) {
        ids.push(id);
        return;
      }
      const at = firstAtLeast(id);
      if (ids[at] !== id) ids.splice(at, 0, id);
    },
    remove(id) {
      const at = firstAtLeast(id);
      if (ids[at] === id) ids.splice(at, 1);
    },
    after: (id) => firstBeyond(ids, id),
  };
}
