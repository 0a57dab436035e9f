import { z } from "zod";
import type { Choices } from "../vocabulary/define-choices.ts";
import { field, type FieldOptions } from "./field.ts";

/** One value of a vocabulary. */
export function choice<V extends string, const R extends boolean = false>(
  vocabulary: Choices<V>,
  options: FieldOptions<R>,
) {
  return field(
    {
      kind: "choice",
      choices: vocabulary,
      schema: vocabulary.schema,
      fromText: (text) => (vocabulary.has(text) ? text : undefined),
      toText: (value: V) => value,
    },
    options,
  );
}

/** Several values of a vocabulary; HubSpot joins them with `;`. */
export function choices<V extends string, const R extends boolean = false>(
  vocabulary: Choices<V>,
  options: FieldOptions<R>,
) {
  return field(
    {
      kind: "choices",
      choices: vocabulary,
      schema: z.array(vocabulary.schema),
      fromText: (text) => {
        const parts = text.split(";").filter(Boolean);
        return parts.every(vocabulary.has) ? parts : undefined;
      },
      toText: (values: V[]) => values.join(";"),
    },
    options,
  );
}
