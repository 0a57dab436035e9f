import type { Pacer } from "../../src/hubspot/index.ts";

/** How an action calls HubSpot: how many calls, and how many of them had to wait for an answer before. */
export interface CallDepth {
  pacer: Pacer;
  /** Of the calls since the last question: their number, and the longest chain of one after another. */
  since(): { calls: number; inSequence: number };
}

/** A pacer that lets everything go at once and notes the order. A call is one deeper than the deepest that had come back. */
export function callDepth(): CallDepth {
  let calls = 0;
  let deepestBack = 0;
  const pacer: Pacer = {
    async enter() {
      calls++;
      const depth = deepestBack + 1;
      return { leave: () => void (deepestBack = Math.max(deepestBack, depth)) };
    },
    state: () => ({ waiting: 0, used: 0, max: Infinity, dailyRemaining: null }),
  };
  return {
    pacer,
    since() {
      const seen = { calls, inSequence: deepestBack };
      calls = 0;
      deepestBack = 0;
      return seen;
    },
  };
}
