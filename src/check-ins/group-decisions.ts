import type { Decision } from "./writes.ts";

/** HubSpot associates 2,000 pairs in a call (docs, associations): so many tasks or check-ins make a full group. */
const fullGroup = 2_000;

/**
 * The first decisions that together fill the largest batch, so that no call is sent half empty; at the end, what is left.
 * Null when there is not enough yet.
 */
export function groupOf(waiting: readonly Decision[], isEnd: boolean): Decision[] | null {
  let tasks = 0;
  let checkIns = 0;
  for (const [index, decision] of waiting.entries()) {
    tasks += decision.tasks.filter((write) => write.do === "make").length;
    checkIns += decision.checkIns.length;
    if (tasks > fullGroup || checkIns > fullGroup) return waiting.slice(0, Math.max(1, index));
    if (tasks === fullGroup || checkIns === fullGroup) return waiting.slice(0, index + 1);
  }
  return isEnd && waiting.length > 0 ? [...waiting] : null;
}
