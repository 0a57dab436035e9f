import { promiseState, recommendation, type Promised } from "@keyline/domain";
import { z } from "zod";

/** What `recommendations` of a check-in holds, as JSON: who does what by when, and whether it was done. */
const kept = z.array(z.object({ id: z.string(), ...recommendation.shape, state: promiseState.default("open") }));
export type KeptPromise = z.infer<typeof kept>[number];

/** Recommendations as kept in HubSpot. Text that somebody else wrote there is no list of ours: it counts as none. */
export function readPromises(text: string | null): KeptPromise[] {
  if (!text) return [];
  try {
    return kept.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

export function writePromises(promises: readonly KeptPromise[]): string | null {
  return promises.length > 0 ? JSON.stringify(promises) : null;
}

/** One that was refused (`not_done`) is still a recommendation to come back to. */
export function hasOpenPromise(text: string | null): boolean {
  return text !== null && readPromises(text).some(({ state }) => state !== "done");
}

/** What can still be kept before what was not done, earliest first: the same order whenever it is read. */
export function byPromise(one: Promised, other: Promised): number {
  return orderOf(one) < orderOf(other) ? -1 : 1;
}

const orderOf = ({ state, by, checkInKey, id }: Promised) =>
  [state === "open" ? "0" : "1", by ?? "9999", checkInKey, id].join(" ");

export function promisedIn(checkInKey: string, text: string | null): Promised[] {
  return readPromises(text).map((promise) => ({ ...promise, checkInKey }));
}
