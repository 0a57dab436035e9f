import type { PaceLimit } from "./pacer-store.ts";

/**
 * The rule in numbers, worked out once from a limit and handed to every store alike. A slot is never before now, never
 * while the pace is held, at most `burstMs` ahead of even spacing, never before the slot given last, and at least a full
 * window after the slot `max` places back.
 */
export interface Pace {
  max: number;
  /** The limit's window with the margin added: two calls `max` apart in order are never closer than this. */
  windowMs: number;
  /** Even spacing: window / max. */
  spacingMs: number;
  /** How far ahead of even spacing a call may go after a pause. */
  burstMs: number;
}

export function paceOf(limit: PaceLimit): Pace {
  const windowMs = limit.windowMs + (limit.marginMs ?? Math.max(50, limit.windowMs * 0.013));
  const spacingMs = windowMs / limit.max;
  const burst = Math.min(limit.max, limit.burst ?? Math.ceil(limit.max / 10));
  return { max: limit.max, windowMs, spacingMs, burstMs: (burst - 1) * spacingMs };
}
