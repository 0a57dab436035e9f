import type { ObjectiveStatus } from "../vocabulary/plans.ts";

interface Measured {
  readonly status: ObjectiveStatus;
  /** What a person typed, 0 to 100. */
  readonly typed: number | null;
  /** In one unit, whatever it is. Without a start it is counted from nothing. */
  readonly start: number | null;
  readonly now: number | null;
  readonly target: number | null;
}

/**
 * How far an objective is, in whole percent from 0 to 100: the way from start to target that is behind us, up or down;
 * else what a person typed. Null when neither is known.
 */
export function progressOf({ status, typed, start, now, target }: Measured): number | null {
  if (status === "done") return 100;
  const from = start ?? 0;
  if (now === null || target === null || target === from) return typed;
  const share = (now - from) / (target - from);
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}
