import { z } from "zod";
import type { Choices } from "../vocabulary/define-choices.ts";

/** A value for each choice of a vocabulary; what is left out keeps its default. */
export function byChoice<V extends string, S extends z.ZodType>(
  choices: Choices<V>,
  value: S,
  defaults: Readonly<Record<V, z.output<S>>>,
): z.ZodType<Record<V, z.output<S>>> {
  const shape = Object.fromEntries(choices.values.map((choice) => [choice, value.default(defaults[choice] as never)]));
  return z.object(shape).prefault({}) as unknown as z.ZodType<Record<V, z.output<S>>>;
}
