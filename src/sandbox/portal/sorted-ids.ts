/** Record ids as numbers in ascending order. Ids only grow, so adding is nearly always at the end. */
export interface SortedIds {
  readonly ids: readonly number[];
  add(id: number): void;
  remove(id: number): void;
  /** Position of the first id that is greater than `id`. */
  after(id: number): number;
}

export function openSortedIds(): SortedIds {
  const ids: number[] = [];
  const firstAtLeast = (id: number) => {
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    return low;
  };
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
    after: (id) => firstAtLeast(id + 1),
  };
}
