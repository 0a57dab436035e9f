import type { AssociationType, HubSpot, WireProperty, WireSchema } from "../hubspot/index.ts";
import { pathName } from "../hubspot/index.ts";
import type { Desired } from "./desired.ts";
import { standardTypeId } from "./standard-types.ts";

/** What stands in a portal, as far as it concerns us. */
export interface Live {
  schemas: ReadonlyMap<string, WireSchema>;
  /** Properties by object name, ours and HubSpot's own. */
  properties: ReadonlyMap<string, readonly WireProperty[]>;
  /** Archived properties, read only where some of ours are missing. */
  archived: ReadonlyMap<string, readonly WireProperty[]>;
  groups: ReadonlyMap<string, ReadonlySet<string>>;
  /** Association types by `from to`, for the pairs that should have labels. */
  labels: ReadonlyMap<string, readonly AssociationType[]>;
}

export async function readLive(hubspot: HubSpot, desired: Desired): Promise<Live> {
  const { definitions } = hubspot;
  const ours = new Set(desired.objects.map(({ declared }) => declared.name));
  const schemas = new Map(
    (await definitions.schemas())
      .filter((schema) => !schema.archived && ours.has(schema.name))
      .map((schema) => [schema.name, schema] as const),
  );
  const properties = new Map<string, WireProperty[]>();
  for (const [name, schema] of schemas) properties.set(name, schema.properties);
  const groups = new Map<string, Set<string>>();
  await Promise.all(
    desired.extensions.map(async ({ object }) => {
      properties.set(object, await definitions.properties(object));
      groups.set(object, new Set((await definitions.groups(object)).map((group) => group.name)));
    }),
  );
  return {
    schemas,
    properties,
    groups,
    archived: await readArchived(hubspot, desired, properties),
    labels: await readLabels(hubspot, desired, schemas),
  };
}

async function readArchived(hubspot: HubSpot, desired: Desired, properties: ReadonlyMap<string, WireProperty[]>) {
  const wanted = [
    ...desired.objects.map(({ declared, properties: all }) => ({ name: declared.name, path: pathName(declared), all })),
    ...desired.extensions.map(({ object, properties: all }) => ({ name: object, path: object, all })),
  ];
  const incomplete = wanted.filter(({ name, all }) => {
    const there = new Set(properties.get(name)?.map((property) => property.name));
    return properties.has(name) && all.some(({ input }) => !there.has(input.name));
  });
  return new Map(
    await Promise.all(
      incomplete.map(
        async ({ name, path }) => [name, await hubspot.definitions.properties(path, { archived: true })] as const,
      ),
    ),
  );
}

async function readLabels(hubspot: HubSpot, desired: Desired, schemas: ReadonlyMap<string, WireSchema>) {
  hubspot.associations.forgetTypes();
  const labels = new Map<string, readonly AssociationType[]>();
  const typeId = (name: string) => standardTypeId(name) ?? schemas.get(name)?.objectTypeId;
  for (const { from, to } of desired.labels) {
    const [fromId, toId] = [typeId(from), typeId(to)];
    const pair = `${from} ${to}`;
    if (fromId && toId && !labels.has(pair)) labels.set(pair, await hubspot.associations.types(fromId, toId));
  }
  return labels;
}
