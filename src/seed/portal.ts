import { apiVersion, ask, batchesOf, readAll, readBatch, statusOf, type ApiRecord, type Call } from "./call.ts";
import { kinds, type Kind } from "./kinds.ts";

/** A property as HubSpot's properties API describes it, as far as an import needs it. */
export interface Definition {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  options: { label: string; value: string }[];
  hasUniqueValue?: boolean;
  referencedObjectType?: string;
  modificationMetadata?: { readOnlyValue?: boolean; readOnlyOptions?: boolean };
}

export interface Owner {
  id: string;
  email?: string;
  firstName?: string;
  lastName?: string;
  archived?: boolean;
}

export interface Stage {
  id: string;
  label: string;
}

export interface Pipeline extends Stage {
  displayOrder?: number;
  stages: Stage[];
}

/** The portal that receives the files, as it stands before the import. */
export interface Portal {
  call: Call;
  timeZone: string;
  /** Whether it is the emulated one, which lets people's records in by its own door (`/_sandbox/records/…`). */
  isEmulated: boolean;
  kinds: readonly Kind[];
  definitions: Map<string, Definition[]>;
  pipelines: Map<string, Pipeline[]>;
  owners: Owner[];
  /** Types that got their `imported_record_id` just now: nothing can be found by it. */
  neverImported: Set<string>;
}

interface Schema {
  name: string;
  objectTypeId: string;
  primaryDisplayProperty: string;
  requiredProperties?: string[];
  properties: { name: string; hasUniqueValue?: boolean }[];
}

/** Reads of the portal what an import has to know: time zone, own objects. The rest is read when a file needs it. */
export async function readPortal(call: Call): Promise<Portal> {
  const details: { timeZone?: string } = await ask(call, "GET", `/account-info/${apiVersion}/details`);
  const schemas = await orNone(readAll<Schema>(call, `/crm-object-schemas/${apiVersion}/schemas`));
  const own = schemas.map(kindOfSchema).filter((kind) => kind !== undefined);
  const isEmulated = await call("GET", "/_sandbox/portal").then(
    () => true,
    () => false,
  );
  return {
    call,
    timeZone: details.timeZone ?? "UTC",
    isEmulated,
    kinds: [...kinds, ...own],
    definitions: new Map(),
    pipelines: new Map(),
    owners: await readOwners(call),
    neverImported: new Set(),
  };
}

/** All owners, the leavers too. */
export async function readOwners(call: Call): Promise<Owner[]> {
  const path = `/crm/owners/${apiVersion}?limit=500`;
  return [...(await readAll<Owner>(call, path)), ...(await readAll<Owner>(call, `${path}&archived=true`))];
}

/** The properties of a type, read once and kept up to date by whoever adds one. */
export async function definitionsOf(portal: Portal, type: string): Promise<Definition[]> {
  const known = portal.definitions.get(type);
  if (known) return known;
  const path = `/crm/properties/${apiVersion}/${type}`;
  const { results } = await ask<{ results: Definition[] }>(portal.call, "GET", path);
  portal.definitions.set(type, results);
  return results;
}

export async function pipelinesOf(portal: Portal, type: string): Promise<Pipeline[]> {
  const known = portal.pipelines.get(type);
  if (known) return known;
  const path = `/crm/pipelines/${apiVersion}/${type}`;
  const { results } = await ask<{ results: Pipeline[] }>(portal.call, "GET", path);
  portal.pipelines.set(type, results);
  return results;
}

/** Records of a type that hold one of these values in a unique property. */
export async function readByUnique(
  portal: Portal,
  type: string,
  idProperty: string,
  values: readonly string[],
  properties: readonly string[],
): Promise<ApiRecord[]> {
  const found: ApiRecord[] = [];
  for (const batch of batchesOf(values)) {
    const inputs = batch.map((id) => ({ id }));
    try {
      found.push(...(await readBatch(portal.call, type, inputs, properties, idProperty)));
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }
  return found;
}

/** A custom object is loadable when it has a unique property of its own to be matched by. */
function kindOfSchema(schema: Schema): Kind | undefined {
  const unique = schema.properties.find((property) => property.hasUniqueValue && !property.name.startsWith("hs_"));
  if (!unique) return undefined;
  return {
    type: schema.objectTypeId,
    fileName: schema.name,
    one: schema.name.replaceAll("_", " "),
    name: schema.primaryDisplayProperty,
    tellBy: [unique.name],
    required: [[unique.name]],
    keyBy: [[unique.name]],
    keyProperty: unique.name,
    aliases: {},
  };
}

/** Accounts below Enterprise have no custom objects and refuse the question. */
async function orNone<T>(found: Promise<T[]>): Promise<T[]> {
  return found.catch((error: unknown) => {
    if (statusOf(error) === 403 || statusOf(error) === 404) return [];
    throw error;
  });
}
