import { z } from "zod";
import { field, type FieldOptions } from "./field.ts";

const ownerId = z.string().regex(/^\d+$/, "Must be a HubSpot owner id");

/** A HubSpot owner, by owner id (which is not the user id). */
export function owner<const R extends boolean = false>(options: FieldOptions<R>) {
  return field(
    {
      kind: "owner",
      schema: ownerId,
      fromText: (text) => (/^\d+$/.test(text) ? text : undefined),
      toText: (value: string) => value,
    },
    options,
  );
}

/** Several HubSpot owners, by owner id; joined with `;`. */
export function owners<const R extends boolean = false>(options: FieldOptions<R>) {
  return field(
    {
      kind: "owners",
      schema: z.array(ownerId),
      fromText: (text) => {
        const ids = text.split(";").filter(Boolean);
        return ids.every((id) => /^\d+$/.test(id)) ? ids : undefined;
      },
      toText: (values: string[]) => values.join(";"),
    },
    options,
  );
}
