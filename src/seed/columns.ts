import { hasTime, readDate, dayPlaceOf, type DayPlace } from "./date-text.ts";
import { importedRecordId, type Kind } from "./kinds.ts";
import { withOwnOptions } from "./own-options.ts";
import { decimalMarkOf, readNumber, type DecimalMark } from "./number-text.ts";
import type { Definition } from "./portal.ts";
import type { Table } from "./read-table.ts";

/** How one column writes its values, told from all of them together. */
export interface ColumnStyle {
  decimal: DecimalMark;
  dayPlace: DayPlace;
}

/** What one column of a file means for the portal. */
export type Column = { header: string; at: number; style: ColumnStyle } & (
  | { is: "record-id" }
  | ({ is: "link" } & LinkColumn)
  | { is: "property"; definition: Definition }
  | { is: "new-property"; definition: Definition }
  | { is: "left-out"; why: string | undefined }
);

interface LinkColumn {
  /** The type of the records it names. */
  to: string;
  by: "id" | "name";
  label: string | undefined;
  /** The property that holds the id, where HubSpot has one in place of an association. */
  property?: string;
}

/** Lists of activities and papers that an export can carry along. */
const unlinkable =
  /^associated (note|task|email|quote|communication|postal mail|payment|invoice|order|cart)s?( ids?)?$/;
const recordIdHeaders = ["record id", "hs_object_id", "record id - company", "record id - contact", "record id - deal"];

/**
 * Reads the header row: HubSpot's labels and internal names alike; what the portal does not know becomes a property
 * of the kind that all its values have.
 */
export function readColumns(
  table: Table,
  kind: Kind,
  definitions: readonly Definition[],
  kinds: readonly Kind[],
): Column[] {
  const taken = new Set<string>();
  return table.headers.map((header, at) => {
    const texts = table.rows.map((row) => row.cells[at]!).filter((text) => text !== "");
    const style = { decimal: decimalMarkOf(texts, table.separator), dayPlace: dayPlaceOf(texts) };
    const place = { header, at, style };
    const lower = header.toLowerCase();
    if (header === "") return { ...place, is: "left-out", why: texts.length > 0 ? "it has no header" : undefined };
    if (recordIdHeaders.includes(lower)) return { ...place, is: "record-id" };
    const link = readLink(lower, kind, kinds);
    if (link) return { ...place, is: "link", ...link };

    if (unlinkable.test(lower)) return { ...place, is: "left-out", why: "such records are not imported" };

    const known = findDefinition(lower, kind, definitions);
    const definition = known ?? newDefinition(header, texts, style, definitions);
    if (taken.has(definition.name)) {
      return { ...place, is: "left-out", why: `another column is already '${definition.label}'` };
    }
    taken.add(definition.name);
    if (known && isKeptByHubSpot(known)) return { ...place, ...whenKeptByHubSpot(known, definitions) };
    if (known) return { ...place, is: "property", definition: withOwnOptions(known, texts) };
    if (texts.length === 0) return { ...place, is: "left-out", why: undefined };
    return { ...place, is: "new-property", definition };
  });
}

/** "Associated Company IDs (Primary)", "Associated Contact", "Parent Company ID", `associatedcompanyid`. */
function readLink(header: string, kind: Kind, kinds: readonly Kind[]): LinkColumn | undefined {
  if (header === "associatedcompanyid" || header === "primary associated company id") {
    return { to: "companies", by: "id", label: "primary" };
  }
  if (kind.type === "line_items" && (header === "product id" || header === "hs_product_id")) {
    return { to: "products", by: "id", label: undefined, property: "hs_product_id" };
  }
  const parent = /^(?:parent company|hs_parent_company_id)( ids?)?$/.exec(header);
  if (parent && kind.type === "companies") {
    return { to: "companies", by: parent[1] || header.startsWith("hs_") ? "id" : "name", label: "parent company" };
  }
  const match = /^associated (.+?)( ids?)?(?: \((.+)\))?$/.exec(header);
  const to = match && kinds.find((each) => each.one === match[1]);
  return to ? { to: to.type, by: match[2] ? "id" : "name", label: match[3] } : undefined;
}

function findDefinition(header: string, kind: Kind, definitions: readonly Definition[]): Definition | undefined {
  const byName = (name: string | undefined) => definitions.find((each) => each.name === name);
  const labelled = definitions.filter((each) => each.label.toLowerCase() === header);
  return (
    byName(header) ?? byName(kind.aliases[header]) ?? labelled.find((each) => !isKeptByHubSpot(each)) ?? labelled[0]
  );
}

const isKeptByHubSpot = (definition: Definition): boolean => definition.modificationMetadata?.readOnlyValue === true;

/** HubSpot gives its own answer to these; only when a record was first made is lost for ever if it is not kept apart. */
function whenKeptByHubSpot(
  definition: Definition,
  definitions: readonly Definition[],
): { is: "new-property" | "property"; definition: Definition } | { is: "left-out"; why: string } {
  if (definition.name !== "createdate") return { is: "left-out", why: "HubSpot works it out itself" };
  const original = { ...blank("original_create_date", "Original create date"), type: "datetime", fieldType: "date" };
  const known = definitions.find((each) => each.name === original.name);
  return known ? { is: "property", definition: known } : { is: "new-property", definition: original };
}

function newDefinition(
  header: string,
  texts: readonly string[],
  style: ColumnStyle,
  definitions: readonly Definition[],
): Definition {
  const definition = { ...blank(propertyName(header), header), ...sniffType(texts, style) };
  const isTaken = definitions.some((each) => each.name === definition.name);
  return isTaken ? { ...definition, name: `${definition.name}_imported` } : definition;
}

/** A column is a number or a date only when all its values are; codes such as `00966` or `+966…` stay text. */
export function sniffType(texts: readonly string[], style: ColumnStyle): Pick<Definition, "type" | "fieldType"> {
  const isNumber = (text: string) =>
    readNumber(text, style.decimal) !== undefined && !/^0\d|^\+/.test(text) && text.replace(/\D/g, "").length <= 15;
  if (texts.length > 0 && texts.every(isNumber)) return { type: "number", fieldType: "number" };
  if (texts.length > 0 && texts.every((text) => readDate(text, style.dayPlace) !== undefined)) {
    return texts.some(hasTime) ? { type: "datetime", fieldType: "date" } : { type: "date", fieldType: "date" };
  }
  const isLong = texts.some((text) => text.includes("\n") || text.length > 200);
  return { type: "string", fieldType: isLong ? "textarea" : "text" };
}

/** HubSpot's way from a label to an internal name: lower case, underscores, a letter first, at most 100 characters. */
export function propertyName(label: string): string {
  const slug = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (slug === "") return `column_${fingerprint(label)}`;
  const lettered = /^[a-z]/.test(slug) ? slug : `n${slug}`;
  return lettered === importedRecordId ? `${lettered}_column` : lettered.slice(0, 100);
}

/** A label without Latin letters still needs a name that is the same on every import. */
function fingerprint(label: string): string {
  let hash = 0x811c9dc5;
  for (const character of label) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}

const blank = (name: string, label: string): Definition => ({
  name,
  label,
  type: "string",
  fieldType: "text",
  options: [],
});
