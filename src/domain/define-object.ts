import type { AnyField, Field } from "./fields/index.ts";
import type { Words } from "./words.ts";

export type Fields = Record<string, AnyField>;

/** What a record of a declared object holds: required fields have a value, the others may be null. */
export type ValuesOf<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer T, infer R> ? (R extends true ? T : T | null) : never;
};

/** A custom object that Keyline makes in the portal. */
export interface DeclaredObject<F extends Fields = Fields> {
  readonly kind: "object";
  readonly name: string;
  readonly label: { one: Words; many: Words };
  /** The unique property: every write is an upsert by it. */
  readonly key: keyof F & string;
  /** Shown as the record's name. */
  readonly primary: keyof F & string;
  readonly secondary: readonly (keyof F & string)[];
  readonly fields: F;
  /** Names of the objects its records are associated with: HubSpot's (`companies`) or ours. */
  readonly associatedWith: readonly string[];
}

/** Properties that Keyline adds to one of HubSpot's own objects. */
export interface DeclaredExtension<F extends Fields = Fields> {
  readonly kind: "extension";
  readonly name: "companies" | "contacts" | "deals" | "tasks";
  readonly group: { name: string; label: Words };
  readonly fields: F;
}

export type Declared = DeclaredObject | DeclaredExtension;

export type Infer<D extends { fields: Fields }> = ValuesOf<D["fields"]>;

export function defineObject<F extends Fields>(declaration: Omit<DeclaredObject<F>, "kind">): DeclaredObject<F> {
  return { kind: "object", ...declaration };
}

export function defineExtension<F extends Fields>(
  declaration: Omit<DeclaredExtension<F>, "kind">,
): DeclaredExtension<F> {
  return { kind: "extension", ...declaration };
}
