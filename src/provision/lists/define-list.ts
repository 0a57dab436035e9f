import type { Declared, Words } from "@keyline/domain";

/** One thing that a record of a list must fulfil; without a value it does not, unless that is said. */
export type Condition<Field extends string = string> = { field: Field } & (
  | { is: "one of"; values: readonly string[] }
  | { is: "known" }
  /** A yes-or-no property that is not yes. */
  | { is: "not yes" }
  | { is: "more than"; value: number }
  /** None, or no number at all. */
  | { is: "none" }
  /** A date from today on, up to so many days ahead. */
  | { is: "within days"; days: number }
  /** A date that is so many days past; `orNever` takes those without one too. */
  | { is: "days past"; days: number; orNever?: boolean }
);

/** A list (HubSpot's pages say segment) that Keyline makes in a portal: the records that fulfil every condition. */
export interface DeclaredList {
  /** What it is remembered by; never shown, never changed. */
  readonly key: string;
  readonly name: Words;
  readonly object: Declared;
  readonly every: readonly Condition[];
}

/** Declares a list; its fields are those of its object. */
export function defineList<D extends Declared>(
  list: Omit<DeclaredList, "object" | "every"> & { object: D; every: readonly Condition<keyof D["fields"] & string>[] },
): DeclaredList {
  return list;
}
