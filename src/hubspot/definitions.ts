import type { Call } from "./call.ts";
import type { HubSpotError } from "./refusal.ts";
import type { Request } from "./request.ts";
import { apiVersion } from "./version.ts";

/** A property's definition as HubSpot gives it (spec: Property), as far as it is read here. */
export interface WireProperty {
  name: string;
  label: string;
  description?: string;
  groupName: string;
  type: string;
  fieldType: string;
  options?: WireOption[];
  hasUniqueValue?: boolean;
  externalOptions?: boolean;
  referencedObjectType?: string;
  hubspotDefined?: boolean;
  archived?: boolean;
  modificationMetadata?: { readOnlyOptions?: boolean; readOnlyDefinition?: boolean };
}

export interface WireOption {
  label: string;
  value: string;
  displayOrder: number;
  hidden: boolean;
  description?: string;
}

/** Spec: PropertyCreate. No display hints: 2026-09 no longer lists them. */
export interface PropertyInput {
  name: string;
  label: string;
  description: string;
  groupName: string;
  type: string;
  fieldType: string;
  options?: WireOption[];
  hasUniqueValue?: boolean;
  externalOptions?: boolean;
  referencedObjectType?: string;
}

export type PropertyChange = Partial<Pick<PropertyInput, "label" | "description" | "groupName" | "options">>;

/** A custom object's definition (spec: ObjectSchema). */
export interface WireSchema {
  objectTypeId: string;
  name: string;
  labels: { singular?: string; plural?: string };
  properties: WireProperty[];
  associations: { id: string; fromObjectTypeId: string; toObjectTypeId: string; name?: string }[];
  requiredProperties: string[];
  archived?: boolean;
}

/** Spec: ObjectSchemaEgg. */
export interface SchemaInput {
  name: string;
  labels: { singular: string; plural: string };
  primaryDisplayProperty: string;
  secondaryDisplayProperties: string[];
  requiredProperties: string[];
  searchableProperties: string[];
  properties: Omit<PropertyInput, "groupName">[];
  associatedObjects: string[];
  allowsSensitiveProperties: boolean;
  description: string;
}

/** A list (spec: PublicObjectList), as far as it is read here. */
export interface WireList {
  listId: string;
  name: string;
  objectTypeId: string;
  processingType: string;
  /** Who belongs in it, as HubSpot has it now. */
  filterBranch?: object;
}

/** How a portal is made up: what provisioning reads and extends. There is no deletion here. */
export interface Definitions {
  schemas(): Promise<WireSchema[]>;
  createSchema(input: SchemaInput): Promise<WireSchema>;
  renameSchema(name: string, labels: { singular: string; plural: string }): Promise<void>;
  /** Makes two object types associable; both by type id. */
  createAssociationType(fromTypeId: string, toTypeId: string, name: string): Promise<void>;
  properties(object: string, options?: { archived?: boolean }): Promise<WireProperty[]>;
  /** Up to 100 a call; those HubSpot refuses come back with its reason. */
  createProperties(object: string, inputs: readonly PropertyInput[]): Promise<{ errors: HubSpotError[] }>;
  updateProperty(object: string, name: string, change: PropertyChange): Promise<void>;
  groups(object: string): Promise<{ name: string; label: string }[]>;
  createGroup(object: string, group: { name: string; label: string }): Promise<void>;
  /** How many custom object types the portal may have and has. */
  customObjectRoom(): Promise<{ limit: number; usage: number }>;
  /** With their filters. Those that were deleted are left out. */
  lists(ids: readonly string[]): Promise<WireList[]>;
  listByName(objectTypeId: string, name: string): Promise<WireList | null>;
  createList(input: {
    name: string;
    objectTypeId: string;
    processingType: "DYNAMIC";
    filterBranch: object;
  }): Promise<WireList>;
  renameList(id: string, name: string): Promise<void>;
  /** Who belongs in it from now on. */
  changeListFilters(id: string, filterBranch: object): Promise<void>;
}

export function openDefinitions(request: Request, withPriority: Pick<Call, "priority">): Definitions {
  const call = <T>(method: Call["method"], path: string, more: Partial<Call> = {}) =>
    request<T>({ method, path, ...withPriority, ...more });
  const schemaRoot = `/crm-object-schemas/${apiVersion}/schemas`;
  const propertyRoot = `/crm/properties/${apiVersion}`;
  const listRoot = `/crm/lists/${apiVersion}`;

  return {
    async schemas() {
      const query = { includePropertyDefinitions: true, includeAssociationDefinitions: true };
      return (await call<{ results: WireSchema[] }>("GET", schemaRoot, { query })).results;
    },
    createSchema: (body) => call("POST", schemaRoot, { body }),
    async renameSchema(name, labels) {
      // The spec marks `clearDescription` as required.
      await call("PATCH", `${schemaRoot}/p_${name}`, { body: { labels, clearDescription: false } });
    },
    async createAssociationType(fromObjectTypeId, toObjectTypeId, name) {
      const body = { fromObjectTypeId, toObjectTypeId, name };
      await call("POST", `${schemaRoot}/${fromObjectTypeId}/associations`, { body });
    },
    async properties(object, { archived } = {}) {
      const query = { archived };
      return (await call<{ results: WireProperty[] }>("GET", `${propertyRoot}/${object}`, { query })).results;
    },
    async createProperties(object, inputs) {
      const path = `${propertyRoot}/${object}/batch/create`;
      const answer = await call<{ errors?: HubSpotError[] }>("POST", path, { body: { inputs } });
      return { errors: answer.errors ?? [] };
    },
    async updateProperty(object, name, body) {
      await call("PATCH", `${propertyRoot}/${object}/${name}`, { body });
    },
    async groups(object) {
      return (await call<{ results: { name: string; label: string }[] }>("GET", `${propertyRoot}/${object}/groups`))
        .results;
    },
    async createGroup(object, body) {
      await call("POST", `${propertyRoot}/${object}/groups`, { body });
    },
    customObjectRoom: () => call("GET", `/crm/limits/${apiVersion}/custom-object-types`),
    async lists(listIds) {
      if (listIds.length === 0) return [];
      // Each id by itself (spec: `listIds` is an exploded array), unlike `properties`, which HubSpot reads by commas.
      const query = new URLSearchParams([["includeFilters", "true"], ...listIds.map((id) => ["listIds", id])]);
      return (await call<{ lists: WireList[] }>("GET", `${listRoot}?${query.toString()}`)).lists;
    },
    async listByName(objectTypeId, name) {
      const path = `${listRoot}/object-type-id/${objectTypeId}/name/${encodeURIComponent(name)}`;
      try {
        return (await call<{ list: WireList }>("GET", path, { query: { includeFilters: true } })).list;
      } catch (problem) {
        if ((problem as { code?: string }).code === "not-found") return null;
        throw problem;
      }
    },
    async createList(body) {
      return (await call<{ list: WireList }>("POST", listRoot, { body })).list;
    },
    async renameList(id, listName) {
      await call("PUT", `${listRoot}/${id}/update-list-name`, { query: { listName } });
    },
    async changeListFilters(id, filterBranch) {
      await call("PUT", `${listRoot}/${id}/update-list-filters`, { body: { filterBranch } });
    },
  };
}
