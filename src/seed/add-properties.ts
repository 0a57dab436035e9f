import { apiVersion, ask } from "./call.ts";
import type { Column } from "./columns.ts";
import { importedRecordId, type Kind } from "./kinds.ts";
import { definitionsOf, type Definition, type Portal } from "./portal.ts";

const group = { name: "imported_columns", label: "Imported columns" };

/** Makes the properties that a file needs and the portal lacks, in a group of their own. Returns what it made. */
export async function addProperties(portal: Portal, kind: Kind, columns: readonly Column[]): Promise<string[]> {
  const definitions = await definitionsOf(portal, kind.type);
  const wanted: Definition[] = columns
    .filter((column) => column.is === "new-property")
    .map((column) => column.definition);
  if (kind.keyProperty === importedRecordId) {
    wanted.unshift({
      name: importedRecordId,
      label: "Imported record ID",
      type: "string",
      fieldType: "text",
      options: [],
      hasUniqueValue: true,
    });
  }
  const grown = await addOptions(portal, kind, columns);
  const isKnown = ({ name }: Definition) => definitions.some((each) => each.name === name);
  const isFirst = ({ name }: Definition, at: number) => wanted.findIndex((each) => each.name === name) === at;
  const missing = wanted.filter((each, at) => !isKnown(each) && isFirst(each, at));
  if (missing.length === 0) return grown;

  const path = `/crm/properties/${apiVersion}/${kind.type}`;
  const { results: groups } = await ask<{ results: { name: string }[] }>(portal.call, "GET", `${path}/groups`);
  if (!groups.some(({ name }) => name === group.name)) {
    await portal.call("POST", `${path}/groups`, { ...group, displayOrder: -1 });
  }
  for (const { name, label, type, fieldType, hasUniqueValue = false } of missing) {
    const body = { name, label, type, fieldType, hasUniqueValue, groupName: group.name, formField: false };
    definitions.push(await ask<Definition>(portal.call, "POST", path, body));
  }
  if (missing.some(({ name }) => name === importedRecordId)) portal.neverImported.add(kind.type);
  const kept = columns.flatMap((column) => {
    if (column.is !== "new-property" || !missing.includes(column.definition)) return [];
    const { name, type } = column.definition;
    return `${kind.fileName}: column '${column.header}' kept as a new ${type} property ${name}`;
  });
  return [...grown, ...kept];
}

async function addOptions(portal: Portal, kind: Kind, columns: readonly Column[]): Promise<string[]> {
  const definitions = await definitionsOf(portal, kind.type);
  const lines: string[] = [];
  for (const { definition } of columns.filter((column) => column.is === "property")) {
    const live = definitions.find(({ name }) => name === definition.name);
    const added = definition.options.filter(({ value }) => !live?.options.some((option) => option.value === value));
    if (!live || added.length === 0) continue;
    live.options = [...live.options, ...added];
    const options = live.options.map((option, displayOrder) => ({ hidden: false, ...option, displayOrder }));
    await portal.call("PATCH", `/crm/properties/${apiVersion}/${kind.type}/${live.name}`, { options });
    lines.push(`${kind.fileName}: ${live.label} gets the options ${added.map(({ label }) => `'${label}'`).join(", ")}`);
  }
  return lines;
}
