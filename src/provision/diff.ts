import { languages, type AssociationLabel, type Words } from "@keyline/domain";
import type { PropertyChange, PropertyInput, SchemaInput, WireProperty } from "../hubspot/index.ts";
import type { Desired, DesiredObject } from "./desired.ts";
import type { Live } from "./live.ts";
import { diffProperty } from "./diff-property.ts";
import type { DesiredProperty } from "./property-of.ts";
import { standardTypeId } from "./standard-types.ts";

/** One write. Nothing here deletes or narrows. `id` names it in reports. */
export type Change = { id: string } & (
  | { kind: "create-object"; input: SchemaInput }
  | { kind: "rename-object"; name: string; labels: { singular: string; plural: string } }
  | { kind: "create-group"; object: string; group: { name: string; label: string } }
  | { kind: "create-property"; object: string; input: PropertyInput; isRestored: boolean }
  | { kind: "change-property"; object: string; name: string; change: PropertyChange; adds: string[] }
  /** Ids are null while one of the objects does not exist yet. */
  | { kind: "allow-association"; fromId: string | null; toId: string | null; name: string }
  | {
      kind: "create-label";
      fromId: string | null;
      toId: string | null;
      label: { name: string; label: string; inverseLabel?: string };
    }
  | {
      kind: "rename-label";
      fromId: string | null;
      toId: string | null;
      typeId: number;
      words: { label: string; inverseLabel?: string };
    }
);

export interface Warning {
  where: string;
  message: string;
}

export interface Difference {
  changes: Change[];
  warnings: Warning[];
  /** Things that stand as they should. */
  unchanged: number;
}

/** What has to be done to the portal, decided from plain data. */
export function diff(live: Live, desired: Desired): Difference {
  const difference: Difference = { changes: [], warnings: [], unchanged: 0 };
  for (const object of desired.objects) diffObject(live, desired, object, difference);
  for (const { object, group, properties } of desired.extensions) {
    if (live.groups.get(object)?.has(group.name)) difference.unchanged++;
    else {
      const created = { name: group.name, label: group.label[desired.language] };
      difference.changes.push({ kind: "create-group", id: `group ${object}.${group.name}`, object, group: created });
    }
    diffProperties(live, desired, { object, groupName: group.name, properties }, difference);
  }
  for (const pair of desired.pairs) diffPair(live, pair, difference);
  for (const label of desired.labels) diffLabel(live, desired, label, difference);
  return difference;
}

function diffObject(live: Live, desired: Desired, object: DesiredObject, difference: Difference): void {
  const { declared, properties } = object;
  const schema = live.schemas.get(declared.name);
  const labels = { singular: declared.label.one[desired.language], plural: declared.label.many[desired.language] };
  if (!schema) {
    const input = schemaInput(object, labels, live);
    difference.changes.push({ kind: "create-object", id: `object ${declared.name}`, input });
    return;
  }
  const isOurs =
    isOneOf(schema.labels.singular, declared.label.one) && isOneOf(schema.labels.plural, declared.label.many);
  const isSame = schema.labels.singular === labels.singular && schema.labels.plural === labels.plural;
  if (isOurs && !isSame) {
    difference.changes.push({ kind: "rename-object", id: `object ${declared.name}`, name: declared.name, labels });
  } else difference.unchanged++;
  const groupName = groupOf(schema.properties, properties) ?? `${declared.name}_information`;
  diffProperties(live, desired, { object: declared.name, groupName, properties }, difference);
}

function diffProperties(
  live: Live,
  desired: Desired,
  wanted: { object: string; groupName: string; properties: readonly DesiredProperty[] },
  difference: Difference,
): void {
  const { object, groupName } = wanted;
  const standing = new Map(live.properties.get(object)?.map((property) => [property.name, property]));
  const archived = new Map(live.archived.get(object)?.map((property) => [property.name, property]));
  for (const property of wanted.properties) {
    const { name, type } = property.input;
    const where = `${object}.${name}`;
    const stood = standing.get(name);
    if (stood) {
      const found = diffProperty(stood, property, desired.language);
      difference.warnings.push(...found.warnings.map((message) => ({ where, message })));
      if (!found.change) difference.unchanged++;
      else {
        const change = { kind: "change-property", object, name, change: found.change, adds: found.adds } as const;
        difference.changes.push({ id: `property ${where}`, ...change });
      }
      continue;
    }
    const old = archived.get(name);
    if (old && old.type !== type) {
      const message = `was archived as ${old.type}; HubSpot keeps the name for that type. Restore or rename it in HubSpot's settings.`;
      difference.warnings.push({ where, message });
      continue;
    }
    const input = { ...property.input, groupName };
    difference.changes.push({
      kind: "create-property",
      id: `property ${where}`,
      object,
      input,
      isRestored: old !== undefined,
    });
  }
}

function diffPair(live: Live, { from, to }: { from: string; to: string }, difference: Difference): void {
  const [fromId, toId] = [typeIdOf(live, from), typeIdOf(live, to)];
  const id = `association ${from}–${to}`;
  const name = `${from}_to_${to}`;
  const isMadeWithObject = (fromId === null && standardTypeId(to)) || (toId === null && standardTypeId(from));
  if (isMadeWithObject) return;
  const known = [...(live.schemas.get(from)?.associations ?? []), ...(live.schemas.get(to)?.associations ?? [])];
  const stands = known.some(
    (one) =>
      (one.fromObjectTypeId === fromId && one.toObjectTypeId === toId) ||
      (one.fromObjectTypeId === toId && one.toObjectTypeId === fromId),
  );
  if (stands) difference.unchanged++;
  else difference.changes.push({ kind: "allow-association", id, fromId, toId, name });
}

function diffLabel(live: Live, desired: Desired, declared: AssociationLabel, difference: Difference): void {
  const { from, to, name, label, inverse } = declared;
  const standing = live.labels.get(`${from} ${to}`) ?? [];
  const words = { label: label[desired.language], ...(inverse && { inverseLabel: inverse[desired.language] }) };
  const id = `label ${from}–${to} ${name}`;
  const ids = { fromId: typeIdOf(live, from), toId: typeIdOf(live, to) };
  const stood = standing.find((type) => isOneOf(type.label ?? undefined, label));
  if (stood?.label === words.label) difference.unchanged++;
  else if (stood) difference.changes.push({ kind: "rename-label", id, ...ids, typeId: stood.typeId, words });
  else difference.changes.push({ kind: "create-label", id, ...ids, label: { name, ...words } });
}

function schemaInput({ declared, properties }: DesiredObject, labels: SchemaInput["labels"], live: Live): SchemaInput {
  const required = properties
    .filter(({ input }) => declared.fields[input.name]?.required)
    .map(({ input }) => input.name);
  return {
    name: declared.name,
    labels,
    description: "",
    primaryDisplayProperty: declared.primary,
    secondaryDisplayProperties: [...declared.secondary],
    requiredProperties: required,
    searchableProperties: [...new Set([declared.primary, declared.key])],
    allowsSensitiveProperties: false,
    properties: properties.map(({ input }) => input),
    associatedObjects: declared.associatedWith.flatMap((name) => typeIdOf(live, name) ?? []),
  };
}

function typeIdOf(live: Live, name: string): string | null {
  return standardTypeId(name) ?? live.schemas.get(name)?.objectTypeId ?? null;
}

/** HubSpot makes the group of a custom object; new properties go where the first of ours stands. */
function groupOf(standing: readonly WireProperty[], ours: readonly DesiredProperty[]): string | undefined {
  const names = new Set(ours.map(({ input }) => input.name));
  return standing.find((property) => names.has(property.name))?.groupName;
}

function isOneOf(text: string | undefined, words: Words): boolean {
  return languages.some((language) => words[language] === text);
}
