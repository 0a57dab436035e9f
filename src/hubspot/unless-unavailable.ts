import { Problem } from "@keyline/domain";

/** A portal without the hub, or a token without the scope, has no such records: null, which is no failure. */
export async function unlessUnavailable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (problem) {
    if (problem instanceof Problem && [403, 404].includes(problem.status)) return null;
    throw problem;
  }
}
