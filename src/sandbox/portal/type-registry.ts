import type { Collection } from "../ledger/ledger.ts";
import { standardTypes, type ObjectType } from "../types/index.ts";
import { invalid } from "../wire/refusal.ts";

/** A type that the account defined, as it is kept. Its properties live with all others. */
export interface CustomType extends ObjectType {
  description?: string;
  createdAt: string;
  updatedAt: string;
  allowsSensitiveProperties: boolean;
}

/** The kinds of records that a portal has. */
export interface TypeRegistry {
  /** By path name: `companies`, `company`, `0-2`, `2-123`, `p_name`, `p123_name`, `name`; 400 when there is none. */
  named(name: string): ObjectType;
  find(name: string): ObjectType | undefined;
  all(): ObjectType[];
  custom(): CustomType[];
  put(type: CustomType): void;
  remove(typeId: string): void;
  fullyQualifiedName(type: ObjectType): string;
}

const standardByName = new Map<string, ObjectType>(
  standardTypes.flatMap((type) => [type.typeId, type.name, type.singular].map((name) => [name, type] as const)),
);

export function openTypeRegistry(portalId: number, collection: Collection<CustomType>): TypeRegistry {
  const find = (name: string): ObjectType | undefined => {
    const standard = standardByName.get(name);
    if (standard) return standard;
    const byId = collection.get(name);
    if (byId) return byId;
    const bare = name.startsWith(`p${portalId}_`) ? name.slice(`p${portalId}_`.length) : name.replace(/^p_/, "");
    for (const type of collection.values()) if (type.name === bare || type.name === name) return type;
    return undefined;
  };
  return {
    find,
    named(name) {
      const type = find(name);
      if (type) return type;
      throw invalid(`Unable to infer object type from: ${name}`);
    },
    all: () => [...standardTypes, ...collection.values()],
    custom: () => [...collection.values()],
    put: (type) => collection.put(type.typeId, type),
    remove: (typeId) => collection.delete(typeId),
    fullyQualifiedName: (type) =>
      type.isCustom ? `p${portalId}_${type.name}` : type.name.replace(/s$/, "").toUpperCase(),
  };
}
