import { z } from "zod";
import { field, type FieldOptions } from "./field.ts";

/** Yes or no. */
export function flag<const R extends boolean = false>(options: FieldOptions<R>) {
  return field(
    {
      kind: "flag",
      schema: z.boolean(),
      fromText: (text) => (text === "true" ? true : text === "false" ? false : undefined),
      toText: String,
    },
    options,
  );
}
