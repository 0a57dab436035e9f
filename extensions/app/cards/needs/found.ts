import { foundNeed, type FoundNeed, type Problem } from "@keyline/domain";

/** What stands there now, from a conflict over a need. */
export function foundOf(problem: Problem | null): FoundNeed | null {
  if (problem?.code !== "conflict") return null;
  return foundNeed.safeParse(problem.found).data ?? null;
}
