import { z } from "zod";
import { field, type FieldOptions } from "./field.ts";

const maxCharacters = 65_536;
const schema = z.string().max(maxCharacters);
const asIs = (value: string) => value;

/** A single line of text. */
export function text<const R extends boolean = false>(options: FieldOptions<R>) {
  return field({ kind: "text", schema, fromText: asIs, toText: asIs }, options);
}

/** Several lines of text. HubSpot keeps at most 65,536 characters. */
export function longText<const R extends boolean = false>(options: FieldOptions<R>) {
  return field({ kind: "longText", schema, fromText: asIs, toText: asIs }, options);
}
