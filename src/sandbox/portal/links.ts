import type { Collection } from "../ledger/ledger.ts";

/** A record by type and id. */
export interface Place {
  typeId: string;
  id: string;
}

/** Which records are associated, and how. Both directions are kept: each has type ids of its own. */
export interface Links {
  /** Keys (`category:typeId`) of the associations from one record to another; empty when there are none. */
  types(from: Place, to: Place): string[];
  /** Replaces the associations of one direction. */
  set(from: Place, to: Place, types: string[]): void;
  /** Ids of that type which the record is associated with, ascending. */
  toIds(from: Place, toTypeId: string): string[];
  /** Types of which the record has associated records. */
  toTypes(from: Place): string[];
}

type Ids = string | Set<string>;

export function openLinks(collection: Collection<string>): Links {
  const ways = new Map<string, Map<string, Ids>>();

  collection.watch((name, before, after) => {
    if (before !== undefined && after !== undefined) return;
    const [way, fromId, toId] = name.split(":") as [string, string, string];
    const from = ways.get(way) ?? new Map<string, Ids>();
    ways.set(way, from);
    const next = after === undefined ? without(from.get(fromId), toId) : withId(from.get(fromId), toId);
    if (next === undefined) from.delete(fromId);
    else from.set(fromId, next);
  });

  const idsOf = (way: string, id: string): string[] => {
    const ids = ways.get(way)?.get(id);
    if (ids === undefined) return [];
    return typeof ids === "string" ? [ids] : [...ids].sort((a, b) => Number(a) - Number(b));
  };

  return {
    types: (from, to) => collection.get(name(from, to))?.split(",") ?? [],
    set(from, to, types) {
      if (types.length === 0) collection.delete(name(from, to));
      else collection.put(name(from, to), types.join(","));
    },
    toIds: (from, toTypeId) => idsOf(`${from.typeId}>${toTypeId}`, from.id),
    toTypes: (from) =>
      [...ways].flatMap(([way, ids]) => {
        const [fromTypeId, toTypeId] = way.split(">") as [string, string];
        return fromTypeId === from.typeId && ids.has(from.id) ? [toTypeId] : [];
      }),
  };
}

const name = (from: Place, to: Place) => `${from.typeId}>${to.typeId}:${from.id}:${to.id}`;

function withId(ids: Ids | undefined, id: string): Ids {
  if (ids === undefined || ids === id) return id;
  return typeof ids === "string" ? new Set([ids, id]) : ids.add(id);
}

function without(ids: Ids | undefined, id: string): Ids | undefined {
  if (ids === undefined || ids === id) return undefined;
  if (typeof ids === "string") return ids;
  ids.delete(id);
  return ids.size === 0 ? undefined : ids;
}
