import type { z } from "zod";
import { Problem } from "../problem.ts";

/** How a long-text property keeps something that has parts: as JSON of one shape. */
export interface JsonText<T> {
  /**
   * Null where there is no text.
   * @throws Problem `invalid-input` at the property when a person has changed the text into something else
   */
  read(text: string | null | undefined): T | null;
  write(value: T): string;
}

export function jsonText<T>(property: string, schema: z.ZodType<T>): JsonText<T> {
  return {
    read(text) {
      if (!text?.trim()) return null;
      try {
        return schema.parse(JSON.parse(text));
      } catch (cause) {
        throw unreadable(property, cause);
      }
    },
    write: (value) => JSON.stringify(value),
  };
}

function unreadable(property: string, cause: unknown): Problem {
  const en = `The property ${property} holds text that Keyline did not write. Clear it, or save it again in Keyline.`;
  return new Problem("invalid-input", en, {
    words: { en, ar: `تحتوي الخاصية ${property} على نص لم يكتبه Keyline. أفرغها أو احفظها من جديد في Keyline.` },
    fields: [{ path: property, message: "Not written by Keyline" }],
    cause,
  });
}
