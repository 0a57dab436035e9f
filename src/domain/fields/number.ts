import { z } from "zod";
import { field, type FieldOptions } from "./field.ts";

function toNumber(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? value : undefined;
}

/** A plain number; `min` and `max` are inclusive. */
export function number<const R extends boolean = false>(options: FieldOptions<R> & { min?: number; max?: number }) {
  const schema = z
    .number()
    .min(options.min ?? -Number.MAX_SAFE_INTEGER)
    .max(options.max ?? Number.MAX_SAFE_INTEGER);
  return field({ kind: "number", schema, fromText: toNumber, toText: String }, options);
}

/** An amount in the company's currency, in major units as HubSpot keeps it (12.50). Sums go by minor units. */
export function money<const R extends boolean = false>(options: FieldOptions<R>) {
  return field({ kind: "money", schema: z.number(), fromText: toNumber, toText: String }, options);
}
