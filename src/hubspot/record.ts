import { Problem, type AnyField, type Field, type Fields, type FieldProblem } from "@keyline/domain";

/**
 * What can be read and written by declared fields: our objects and extensions, or any object of HubSpot with the fields
 * that the caller wants typed.
 */
export interface Readable<F extends Fields = Fields> {
  readonly kind?: "object" | "extension";
  readonly name: string;
  readonly key?: string;
  readonly fields: F;
}

/** Values as they are read: anything may be missing, required or not, since people and imports write too. */
export type ReadValues<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer T> ? T | null : never;
};

/** Values to write; null clears, what is left out stays as it is. */
export type WriteValues<F extends Fields> = { [K in keyof F]?: (F[K] extends Field<infer T> ? T : never) | null };

/** One record. `properties` are parsed by the declaration; `raw` is HubSpot's text for all that was asked for. */
export interface Rec<F extends Fields = Fields> {
  id: string;
  properties: ReadValues<F>;
  raw: Readonly<Record<string, string | null>>;
  createdAt: string;
  updatedAt: string;
  isArchived: boolean;
  /** When it went to the bin; null for a record that did not. */
  archivedAt: string | null;
}

/** A record on the wire (spec: SimplePublicObject). */
export interface WireRecord {
  id: string;
  properties: Record<string, string | null>;
  createdAt: string;
  updatedAt: string;
  archived?: boolean;
  archivedAt?: string;
  objectWriteTraceId?: string;
  new?: boolean;
}

/** The name that HubSpot's paths take: its own objects by name, ours by the name that works in every portal (`p_check_in`). */
export function pathName(object: Pick<Readable, "kind" | "name"> | string): string {
  if (typeof object === "string") return object;
  return object.kind === "object" ? `p_${object.name}` : object.name;
}

/** Parses a record; a value that is not valid becomes null, and `onUnreadable` hears of it. */
export function readRecord<F extends Fields>(
  object: Readable<F>,
  wire: WireRecord,
  onUnreadable: (property: string) => void,
): Rec<F> {
  const read = (name: string, declared: AnyField) => {
    const text = wire.properties[name];
    if (text === undefined || text === null || text === "") return null;
    const value: unknown = declared.fromText(text);
    if (value === undefined) onUnreadable(name);
    return value ?? null;
  };
  const entries = Object.entries(object.fields).map(([name, declared]) => [name, read(name, declared)]);
  return {
    id: wire.id,
    properties: Object.fromEntries(entries) as ReadValues<F>,
    raw: wire.properties,
    createdAt: wire.createdAt,
    updatedAt: wire.updatedAt,
    isArchived: wire.archived ?? false,
    archivedAt: wire.archivedAt ?? null,
  };
}

/**
 * Values as HubSpot's text; null becomes "", which clears. Properties that the object does not declare are passed on as
 * they are in `extra`. Throws Problem `invalid-input` that names every value its field does not allow.
 */
export function writeProperties<F extends Fields>(
  object: Readable<F>,
  values: WriteValues<F>,
  extra: Record<string, string> = {},
): Record<string, string> {
  const wrong: FieldProblem[] = [];
  const texts = Object.entries(values).flatMap(([name, value]) => {
    const declared = object.fields[name];
    if (value === undefined) return [];
    if (!declared) {
      wrong.push({ path: name, message: `${object.name} does not declare this property` });
      return [];
    }
    if (value === null) return [[name, ""]];
    const checked = declared.schema.safeParse(value);
    if (!checked.success) wrong.push({ path: name, message: checked.error.issues[0]?.message ?? "Not valid" });
    return checked.success ? [[name, declared.toText(value)]] : [];
  });
  if (wrong.length > 0) {
    const named = wrong.map(({ path, message }) => `${path}: ${message}`).join("; ");
    throw new Problem("invalid-input", `A ${object.name} cannot be written: ${named}`, { fields: wrong });
  }
  return { ...(Object.fromEntries(texts) as Record<string, string>), ...extra };
}
