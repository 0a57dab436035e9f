import { z } from "zod";

/**
 * What the app may ask of a portal. `required` must all be granted on installation; `optional` ones may be missing where
 * a portal lacks the hub (tickets, feedback, products), and the parts that need them say so.
 */
export const scopes = z
  .strictObject({ required: z.array(z.string()).min(1), optional: z.array(z.string()) })
  .refine(({ required, optional }) => !optional.some((scope) => required.includes(scope)), {
    message: "A scope is required or optional, not both",
    path: ["optional"],
  });
