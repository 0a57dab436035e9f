import { Problem, type Words } from "@keyline/domain";
import { problemFromEntry, type HubSpotError } from "./refusal.ts";

/** A label as it reads in HubSpot, or one of ours in whatever language the portal has it. */
export type Label = string | Words;

/** A pair to associate: plainly, or by a label or type id as `associations.types` gives them. */
export interface Pair {
  from: string;
  to: string;
  label?: Label;
  typeId?: number;
}

/** A pair that HubSpot would not associate, and why. */
export interface PairRefusal {
  pair: Pair;
  problem: Problem;
}

/**
 * One call for many pairs. HubSpot names the pair of each error, and refuses the call as a whole when every pair of it
 * fails: halving then tells the records that are gone from each other. Throws when HubSpot does not answer.
 */
export async function writePairs(
  pairs: readonly Pair[],
  send: (some: readonly Pair[]) => Promise<{ errors?: HubSpotError[] }>,
): Promise<PairRefusal[]> {
  try {
    const { errors = [] } = await send(pairs);
    return errors.flatMap((error) => {
      const named = pairs.filter((pair) => isNamed(error, pair));
      return (named.length > 0 ? named : pairs).map((pair) => ({ pair, problem: problemFromEntry(error) }));
    });
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.code === "refused" || (problem.code === "not-found" && pairs.length === 1)) {
      return pairs.map((pair) => ({ pair, problem }));
    }
    if (problem.code !== "not-found") throw problem;
    const half = Math.ceil(pairs.length / 2);
    return [...(await writePairs(pairs.slice(0, half), send)), ...(await writePairs(pairs.slice(half), send))];
  }
}

function isNamed(error: HubSpotError, pair: Pair): boolean {
  const isIn = (name: string, id: string) => {
    const ids: unknown = error.context?.[name];
    return ids === undefined ? null : Array.isArray(ids) ? ids.includes(id) : ids === id;
  };
  const [from, to] = [isIn("fromObjectId", pair.from), isIn("toObjectId", pair.to)];
  return from !== null || to !== null ? from !== false && to !== false : false;
}
