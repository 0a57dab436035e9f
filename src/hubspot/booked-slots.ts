import type { RollingWindow } from "./rolling-window.ts";

/**
 * Slots that several processes share; `src/queue` keeps them. A reservation books the next free slot for good, `waitMs`
 * from now; one that is not used is lost.
 */
export interface PacerStore {
  reserve(
    key: string,
    limit: { max: number; windowMs: number; marginMs: number },
    nowMs: number,
  ): Promise<{ waitMs: number }>;
  hold(key: string, forMs: number, nowMs: number): Promise<void>;
}

/**
 * One booked slot at a time: whoever is first in line when its moment comes uses it, so a person's click never waits
 * behind slots that bulk work has booked ahead.
 */
export function bookedSlot(store: PacerStore, key: string, window: RollingWindow, now: () => number) {
  let at: number | null = null;
  return {
    /** When the booked slot is due; null when there is none, or its moment has passed: late, it would crowd the next window. */
    get at() {
      return at !== null && now() - at > marginOf(window) / 2 ? null : at;
    },
    async book(): Promise<void> {
      const askedAt = now();
      const { max, windowMs } = window;
      const { waitMs } = await store.reserve(key, { max, windowMs, marginMs: marginOf(window) }, askedAt);
      at = now() + waitMs;
    },
    use() {
      at = null;
    },
    hold: (forMs: number) => store.hold(key, forMs, now()),
  };
}

/**
 * What is added to the window: calls booked a window apart may arrive closer together by as much as round trips vary.
 * At most two in a hundred, which is what we are ready to give away.
 */
function marginOf({ windowMs, spreadMs }: RollingWindow): number {
  return Math.min(windowMs * 0.02, Math.max(windowMs * 0.005, spreadMs));
}

export type BookedSlot = ReturnType<typeof bookedSlot>;
