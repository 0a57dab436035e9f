import type { Column } from "./columns.ts";
import type { Kind } from "./kinds.ts";
import type { Row } from "./read-table.ts";
import { readValue } from "./values.ts";

/** A reference from one row to another record, by the exporting portal's Record ID or by name. */
export interface Link {
  header: string;
  to: string;
  by: "id" | "name";
  value: string;
  label: string | undefined;
  /** The property that takes the id, where HubSpot has one in place of an association. */
  property: string | undefined;
  /** Filled when it is known whom it means: another row, or a record that the portal has already. */
  target?: Draft | { id: string };
}

/** One row, read and ready to be written; nothing of it is in the portal yet. */
export interface Draft {
  kind: Kind;
  file: string;
  line: number;
  key: string;
  properties: Record<string, string>;
  /** Owners by name or email, to be looked up or made. */
  owners: { property: string; header: string; people: string[] }[];
  /** Pipeline and stage by label or id. */
  stage: { pipeline: string | undefined; stage: string } | undefined;
  links: Link[];
  /** Set once it is written. */
  id?: string;
}

/** Reads one row into a draft, and says everything that is wrong with it: then it must not be written. */
export function readDraft(
  file: string,
  row: Row,
  kind: Kind,
  columns: readonly Column[],
  timeZone: string,
): { draft: Draft; problems: string[] } {
  const draft: Draft = { kind, file, line: row.line, key: "", properties: {}, owners: [], stage: undefined, links: [] };
  const problems: string[] = [];
  const words: Record<string, string> = {};
  let recordId = "";
  for (const column of columns) {
    const text = row.cells[column.at]!;
    if (text === "" || column.is === "left-out") continue;
    if (column.is === "record-id") {
      recordId = text;
    } else if (column.is === "link") {
      for (const value of splitList(text)) {
        const { header, to, by, label, property } = column;
        draft.links.push({ header, to, by, value, label, property });
      }
    } else {
      const { definition } = column;
      words[definition.name] = text;
      if (definition.referencedObjectType === "OWNER" || definition.name === "hubspot_owner_id") {
        draft.owners.push({ property: definition.name, header: column.header, people: splitList(text) });
      } else if (definition.name !== kind.stages?.pipeline && definition.name !== kind.stages?.stage) {
        const reading = readValue(text, definition, column.style, timeZone);
        if ("value" in reading) draft.properties[definition.name] = reading.value;
        else problems.push(`${column.header} '${shortened(text)}' ${reading.problem}`);
      }
    }
  }
  const stage = kind.stages && words[kind.stages.stage];
  if (stage !== undefined) draft.stage = { pipeline: words[kind.stages!.pipeline], stage };
  for (const oneOf of kind.required) {
    if (!oneOf.some((name) => words[name] !== undefined)) problems.push(`${headersOf(oneOf, columns, kind)} is empty`);
  }
  draft.key =
    recordId || (kind.keyProperty in draft.properties ? draft.properties[kind.keyProperty]! : ownWords(draft, words));
  draft.links = withoutDoubles(draft.links);
  return { draft, problems };
}

/** A key for a row without Record ID: the same row in the same file gives the same one. */
function ownWords(draft: Draft, words: Record<string, string>): string {
  const list = draft.kind.keyBy.find((names) => names.some((name) => words[name] !== undefined)) ?? [];
  const own = list.map((name) => words[name] ?? "");
  const belonging = list.length > 1 ? [draft.links.find((link) => link.to === "companies")?.value ?? ""] : [];
  return `row:${[...own, ...belonging].join("|").toLowerCase()}`;
}

/** The words by which another row may name this record. */
export function namesOf({ kind, properties }: Pick<Draft, "kind" | "properties">): string[] {
  const { firstname, lastname, email, domain } = properties;
  const names =
    kind.type === "contacts"
      ? [[firstname, lastname].filter(Boolean).join(" "), email]
      : [properties[kind.name], domain];
  return names.filter((name) => name !== undefined && name !== "").map((name) => name!.toLowerCase());
}

/** Where a row gives both Record IDs and names of its companies, the Record IDs count. */
function withoutDoubles(links: Link[]): Link[] {
  const hasId = (link: Link) =>
    links.some(({ to, by, label }) => by === "id" && to === link.to && same(label, link.label));
  const hasAnyId = (link: Link) => links.some(({ to, by }) => by === "id" && to === link.to);
  return links.filter((link) => link.by === "id" || !(hasId(link) || (link.label === undefined && hasAnyId(link))));
}

const same = (one: string | undefined, other: string | undefined): boolean =>
  one?.toLowerCase() === other?.toLowerCase();

const splitList = (text: string): string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function headersOf(names: readonly string[], columns: readonly Column[], kind: Kind): string {
  const headers = columns
    .filter((column) => "definition" in column && names.includes(column.definition.name))
    .map((column) => column.header);
  return headers.length > 0 ? headers.join(" or ") : `the ${kind.one}'s ${names.join(" or ")}`;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
