import type { Collection } from "../ledger/ledger.ts";

export type Category = "HUBSPOT_DEFINED" | "USER_DEFINED" | "INTEGRATOR_DEFINED" | "WORK";

/** One direction of a way in which two records can belong together. */
export interface AssociationType {
  category: Category;
  typeId: number;
  from: string;
  to: string;
  /** null for the plain association of two types. */
  label: string | null;
  name: string;
  inverseTypeId: number;
  /** At most one `to` for each `from`; the first plain association becomes it. */
  isPrimary?: boolean;
}

export const key = ({ category, typeId }: { category: string; typeId: number }): string => `${category}:${typeId}`;

// [from, to, type id, type id the other way round, label, label the other way round]: HubSpot's "Associations API" guide
// and AssociationTypes of @hubspot/api-client.
type Pair = [string, string, number, number, string?, string?];
const plainPairs: Pair[] = [
  ["0-1", "0-2", 279, 280],
  ["0-3", "0-2", 341, 342],
  ["0-5", "0-2", 339, 340],
  ["0-3", "0-1", 3, 4],
  ["0-1", "0-5", 15, 16],
  ["0-3", "0-8", 19, 20],
  ["0-3", "0-5", 27, 28],
  ["0-1", "0-19", 97, 98],
  ["0-5", "0-19", 99, 100],
  ["0-2", "0-48", 181, 182],
  ["0-2", "0-49", 185, 186],
  ["0-2", "0-47", 187, 188],
  ["0-2", "0-46", 189, 190],
  ["0-2", "0-27", 191, 192],
  ["0-1", "0-48", 193, 194],
  ["0-1", "0-49", 197, 198],
  ["0-1", "0-47", 199, 200],
  ["0-1", "0-46", 201, 202],
  ["0-1", "0-27", 203, 204],
  ["0-3", "0-48", 205, 206],
  ["0-3", "0-49", 209, 210],
  ["0-3", "0-47", 211, 212],
  ["0-3", "0-46", 213, 214],
  ["0-3", "0-27", 215, 216],
  ["0-5", "0-48", 219, 220],
  ["0-5", "0-49", 223, 224],
  ["0-5", "0-47", 225, 226],
  ["0-5", "0-46", 227, 228],
  ["0-5", "0-27", 229, 230],
  ["0-48", "0-47", 399, 400],
  ["0-1", "0-1", 449, 449],
  ["0-2", "0-2", 450, 450],
  ["0-3", "0-3", 451, 451],
  ["0-5", "0-5", 452, 452],
];
const namedPairs: Pair[] = [
  ["0-1", "0-2", 1, 2, "Primary", "Primary"],
  ["0-3", "0-2", 5, 6, "Primary", "Primary"],
  ["0-5", "0-2", 26, 25, "Primary", "Primary"],
  ["0-2", "0-2", 13, 14, "Child Company", "Parent Company"],
];

const standard: AssociationType[] = [...plainPairs, ...namedPairs].flatMap(
  ([from, to, typeId, inverse, there, back]) => {
    const isPrimary = there === "Primary";
    const forward: AssociationType = {
      category: "HUBSPOT_DEFINED",
      typeId,
      from,
      to,
      label: there ?? null,
      name: `${from}_to_${to}_${typeId}`,
      inverseTypeId: inverse,
      ...(isPrimary ? { isPrimary } : {}),
    };
    if (typeId === inverse) return [forward];
    const { isPrimary: _only, ...rest } = forward;
    const backward = { ...rest, typeId: inverse, from: to, to: from, label: back ?? null, inverseTypeId: typeId };
    return [forward, { ...backward, name: `${to}_to_${from}_${inverse}` }];
  },
);

/** The ways in which records of a portal can be associated. */
export interface AssociationTypes {
  between(from: string, to: string): AssociationType[];
  /** The unlabelled way, which exists when the two types can be associated at all. */
  plain(from: string, to: string): AssociationType | undefined;
  get(spec: { category: string; typeId: number }): AssociationType | undefined;
  put(type: AssociationType): void;
  remove(type: AssociationType): void;
}

export function openAssociationTypes(collection: Collection<AssociationType>): AssociationTypes {
  const byKey = new Map<string, AssociationType>();
  const byPair = new Map<string, AssociationType[]>();
  const plainByPair = new Map<string, AssociationType>();
  const change = (before: AssociationType | undefined, after: AssociationType | undefined) => {
    const type = after ?? before!;
    const pair = `${type.from}>${type.to}`;
    const others = (byPair.get(pair) ?? []).filter((other) => key(other) !== key(type));
    const present = after ? [...others, after] : others;
    byPair.set(pair, present);
    const plain = present.find(({ label }) => label === null);
    if (plain) plainByPair.set(pair, plain);
    else plainByPair.delete(pair);
    if (after) byKey.set(key(type), after);
    else byKey.delete(key(type));
  };
  for (const type of standard) change(undefined, type);
  collection.watch((_key, before, after) => change(before, after));
  const between = (from: string, to: string) => byPair.get(`${from}>${to}`) ?? [];
  return {
    between,
    plain: (from, to) => plainByPair.get(`${from}>${to}`),
    get: (spec) => byKey.get(key(spec)),
    put: (type) => collection.put(key(type), type),
    remove: (type) => collection.delete(key(type)),
  };
}
