import { z } from "zod";
import type { Choices } from "../vocabulary/define-choices.ts";

type ByChoice<V extends string, S extends z.ZodType> = z.ZodPrefault<
  z.ZodType<Record<V, z.output<S>>, Partial<Record<V, z.input<S>>>>
>;

/** A value for each choice of a vocabulary; what is left out keeps its default. */
export function byChoice<V extends string, S extends z.ZodType>(
  choices: Choices<V>,
  value: S,
  defaults: Readonly<Record<V, z.output<S>>>,
): ByChoice<V, S> {
  const shape = Object.fromEntries(choices.values.map((choice) => [choice, value.default(defaults[choice] as never)]));
  return z.object(shape).prefault({}) as unknown as ByChoice<V, S>;
}
