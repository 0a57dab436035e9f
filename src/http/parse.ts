import type { z } from "zod";
import { Problem } from "@keyline/domain";

/** Parses a body or query; what is wrong is said by field. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, where: "body" | "query"): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const said = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
  throw new Problem("invalid-input", `The ${where} is not right. ${said}`, { fields });
}
