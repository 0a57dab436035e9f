import { z } from "zod";
import { dateIn, isPlainDate, type PlainDate } from "@keyline/domain";

/** An input that is left empty comes as nothing, null or "". */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());
}

/** Numbers come as numbers or as texts. */
export const wholeNumber = z.coerce.number({ error: "Give a whole number" }).int("Give a whole number");

/** Dates come as `2026-11-24`, or as milliseconds since 1970 at midnight UTC, as number or text. */
export const plainDateInput = z.union([z.string(), z.number()]).transform((value, context): PlainDate => {
  if (isPlainDate(value)) return value;
  const ms = /^-?\d{9,}$/.test(String(value)) ? Number(value) : Number.NaN;
  if (!Number.isNaN(ms)) return dateIn("UTC", new Date(ms));
  context.addIssue({ code: "custom", message: "Give a date such as 2026-11-24" });
  return z.NEVER;
});
