import type { PaceLimit, PacerStore } from "./pacer-store.ts";

/** The rule in numbers, worked out once from a limit and handed to every store alike. */
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

/** What is kept for each key: the last `max` slots, oldest first, and when the next one falls due by even spacing. */
export interface PaceState {
  slots: number[];
  dueMs: number;
  heldUntilMs: number;
}

export const freshPace: PaceState = { slots: [], dueMs: 0, heldUntilMs: 0 };

/**
 * Books `count` slots. The rule for each: not before now, not while held, at most `burstMs` ahead of even spacing, not
 * before the slot given last, and a full window after the slot `max` places back. The Lua and SQL versions say the same.
 */
export function book(state: PaceState, pace: Pace, nowMs: number, count: number): PaceState {
  const slots = [...state.slots];
  let dueMs = state.dueMs;
  for (let booked = 0; booked < count; booked += 1) {
    const before = slots.at(-pace.max);
    const slot = Math.max(
      nowMs,
      state.heldUntilMs,
      dueMs - pace.burstMs,
      slots.at(-1) ?? 0,
      before === undefined ? 0 : before + pace.windowMs,
    );
    slots.push(slot);
    dueMs = Math.max(dueMs, slot) + pace.spacingMs;
  }
  return { slots: slots.slice(-Math.max(pace.max, count)), dueMs, heldUntilMs: state.heldUntilMs };
}

/** Reservations for one process alone, by the clock of the caller. */
export function openProcessPacer(): PacerStore {
  const states = new Map<string, PaceState>();
  const stateOf = (key: string) => states.get(key) ?? freshPace;
  return {
    async reserve(key, limit, nowMs, count = 1) {
      const state = book(stateOf(key), paceOf(limit), nowMs, count);
      states.set(key, state);
      const waitsMs = state.slots.slice(-count).map((slot) => slot - nowMs);
      return { waitMs: waitsMs[0] ?? 0, waitsMs };
    },
    async hold(key, forMs, nowMs) {
      const state = stateOf(key);
      states.set(key, { ...state, heldUntilMs: Math.max(state.heldUntilMs, nowMs + forMs) });
    },
  };
}
