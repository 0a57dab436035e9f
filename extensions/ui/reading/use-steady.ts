import { useState } from "react";

interface Placed<Item> {
  item: Item;
  group: string;
}

/**
 * Items where the person saw them first: what they just moved stays below their eyes, also when its date or status would
 * now put it elsewhere, and what is new stands after the one it follows. Opened again, the list is in its own order.
 */
export function useSteady<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  groupOf: (item: Item) => string,
): Placed<Item>[] {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const now = placesOf(
    places,
    items.map((item) => ({ key: keyOf(item), group: groupOf(item) })),
  );
  if (now !== places) setPlaces(now);
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return now.flatMap(({ key, group }) => {
    const item = byKey.get(key);
    return item === undefined ? [] : [{ item, group }];
  });
}

export interface Place {
  readonly key: string;
  readonly group: string;
}

/** The places of before, with what is new put in; the very same list when nothing is. */
export function placesOf(before: readonly Place[], items: readonly Place[]): readonly Place[] {
  const known = new Set(before.map(({ key }) => key));
  if (items.every(({ key }) => known.has(key))) return before;
  const places = [...before];
  for (const [index, item] of items.entries()) {
    if (known.has(item.key)) continue;
    const previous = items[index - 1];
    const at = previous ? places.findIndex(({ key }) => key === previous.key) + 1 : 0;
    places.splice(at, 0, item);
    known.add(item.key);
  }
  return places;
}
