import type { Collection } from "../ledger/ledger.ts";
import type { ObjectType } from "../types/index.ts";
import type { Property, PropertyGroup } from "./property.ts";

/** The properties and groups of a portal: HubSpot's own, as far as the account did not change them, and the account's. */
export interface PropertyRegistry {
  /** Present properties by name. */
  of(type: ObjectType): ReadonlyMap<string, Property>;
  archived(type: ObjectType): Property[];
  find(type: ObjectType, name: string): Property | undefined;
  put(type: ObjectType, property: Property): void;
  groups(type: ObjectType): PropertyGroup[];
  putGroup(type: ObjectType, group: PropertyGroup): void;
  removeGroup(type: ObjectType, name: string): void;
  /** Forgets what the account made for a type, when the type goes. */
  removeAll(type: ObjectType): void;
}

interface Known {
  present: Map<string, Property>;
  archived: Map<string, Property>;
}

export function openPropertyRegistry(
  properties: Collection<Property>,
  groups: Collection<PropertyGroup>,
): PropertyRegistry {
  const byType = new Map<string, Known>();
  const changed = new Map<string, Map<string, Property>>();

  properties.watch((key, _before, after) => {
    const { typeId, name } = split(key);
    byType.delete(typeId);
    const ofType = changed.get(typeId) ?? new Map<string, Property>();
    changed.set(typeId, ofType);
    if (after) ofType.set(name, after);
    else ofType.delete(name);
  });

  const known = (type: ObjectType): Known => {
    const found = byType.get(type.typeId);
    if (found) return found;
    const all = new Map(type.properties.map((property) => [property.name, property]));
    for (const [name, property] of changed.get(type.typeId) ?? []) all.set(name, property);
    const made: Known = { present: new Map(), archived: new Map() };
    for (const [name, property] of all) (property.archived ? made.archived : made.present).set(name, property);
    byType.set(type.typeId, made);
    return made;
  };

  return {
    of: (type) => known(type).present,
    archived: (type) => [...known(type).archived.values()],
    find: (type, name) => known(type).present.get(name),
    put: (type, property) => properties.put(`${type.typeId}/${property.name}`, property),
    groups: (type) => {
      const own = [...groups.keys()].filter((key) => split(key).typeId === type.typeId).map((key) => groups.get(key)!);
      const preset: PropertyGroup = { ...type.group, displayOrder: 0, archived: false };
      return own.some((group) => group.name === preset.name) ? own : [preset, ...own];
    },
    putGroup: (type, group) => groups.put(`${type.typeId}/${group.name}`, group),
    removeGroup: (type, name) => groups.delete(`${type.typeId}/${name}`),
    removeAll(type) {
      for (const collection of [properties, groups]) {
        const keys = [...collection.keys()].filter((key) => split(key).typeId === type.typeId);
        for (const key of keys) collection.delete(key);
      }
    },
  };
}

function split(key: string): { typeId: string; name: string } {
  const at = key.indexOf("/");
  return { typeId: key.slice(0, at), name: key.slice(at + 1) };
}
