import { z } from "zod";
import type { Language, Words } from "../words.ts";

/** A vocabulary: stable internal values, each with a label in every language, in the order people see them. */
export interface Choices<V extends string = string> {
  readonly values: readonly V[];
  readonly labels: Readonly<Record<V, Words>>;
  readonly schema: z.ZodType<V, V>;
  readonly has: (value: unknown) => value is V;
  label(value: V, language: Language): string;
}

export type ChoiceOf<C> = C extends Choices<infer V> ? V : never;

/** Declares a vocabulary. Values are stored in HubSpot for ever: rename labels, never values. */
export function defineChoices<const V extends string>(labels: Record<V, Words>): Choices<V> {
  const values = Object.keys(labels) as V[];
  const known = new Set<unknown>(values);
  return {
    values,
    labels,
    schema: z.enum(values),
    has: (value): value is V => known.has(value),
    label: (value, language) => labels[value][language],
  };
}
