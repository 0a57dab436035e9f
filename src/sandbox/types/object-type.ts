import type { Property } from "../portal/property.ts";
import { bookkeeping } from "./property-words.ts";

/** A kind of record: HubSpot's own or one that the account defined. */
export interface ObjectType {
  typeId: string;
  /** As in paths: `companies`, or the bare name of a custom object. */
  name: string;
  singular: string;
  labels: { singular: string; plural: string };
  /** Whether its definition belongs to the account (`2-…`). */
  isCustom: boolean;
  primaryDisplayProperty?: string;
  secondaryDisplayProperties: string[];
  requiredProperties: string[];
  searchableProperties: string[];
  /** What a read gives when no property is asked for by name. */
  defaultProperties: string[];
  createdProperty: string;
  modifiedProperty: string;
  group: { name: string; label: string };
  properties: Property[];
  /** Apps may change records. */
  isWritable: boolean;
  /** Apps may make and archive records. */
  isCreatable: boolean;
  /** What HubSpot fills in when a create leaves it out. */
  presetValues: Record<string, string>;
  isMergeable: boolean;
  hasPipelines: { pipeline: string; stage: string } | undefined;
}

type Parts = Pick<ObjectType, "typeId" | "name" | "singular" | "labels"> &
  Partial<Omit<ObjectType, "isCustom" | "properties">> & { properties: Property[] };

/** Declares one of HubSpot's own types; every type gets ids, dates, source and owner bookkeeping. */
export function defineObjectType(parts: Parts): ObjectType {
  const createdProperty = parts.createdProperty ?? "hs_createdate";
  const modifiedProperty = parts.modifiedProperty ?? "hs_lastmodifieddate";
  const group = parts.group ?? { name: `${parts.singular}information`, label: `${parts.labels.singular} information` };
  return {
    isCustom: false,
    secondaryDisplayProperties: [],
    requiredProperties: [],
    searchableProperties: [],
    isWritable: true,
    isCreatable: parts.isWritable ?? true,
    presetValues: {},
    isMergeable: false,
    hasPipelines: undefined,
    ...parts,
    group,
    createdProperty,
    modifiedProperty,
    defaultProperties: [...(parts.defaultProperties ?? []), createdProperty, modifiedProperty, "hs_object_id"],
    properties: [...bookkeeping(createdProperty, modifiedProperty), ...parts.properties].map((property) => ({
      ...property,
      groupName: property.groupName || group.name,
    })),
  };
}
