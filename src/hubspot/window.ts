/**
 * A rolling window as HubSpot counts it, seen from this side of the wire; plain data, so that all workers of a portal can
 * share it through a store.
 *
 * HubSpot counts a call when it arrives, somewhere between our sending it and its answer. So a call holds its place from
 * the moment it is sent until `windowMs` after the latest moment at which it can have arrived.
 */
export interface Window {
  max: number;
  windowMs: number;
  /** Of every answered call: when its place is free again. */
  free: number[];
  /** Calls under way: when each was sent, by its id. */
  away: Record<string, number>;
  /** Nothing goes before: HubSpot refused a call by this limit. */
  heldUntil: number;
}

/**
 * Whatever happens, a call has arrived so long after it was sent, or never will: its answer may take longer, or be lost
 * with the worker that waited for it.
 */
const arrivesWithinMs = 5_000;
/** Clocks tick in whole milliseconds on both sides, and a machine's own is set right by some of them now and then. */
const tickMs = 10;

export function openWindow(max: number, windowMs: number): Window {
  return { max, windowMs, free: [], away: {}, heldUntil: 0 };
}

/** How long until one more call may go; 0 when it may go now. `spare` places are kept free. */
export function waitMs(window: Window, now: number, spare: number): number {
  if (window.heldUntil > now) return window.heldUntil - now;
  const allowed = Math.max(1, window.max - spare);
  const held = heldUntil(window, now);
  if (held.length < allowed) return 0;
  return Math.max(1, (held[held.length - allowed] ?? now) - now);
}

/** How long the last place must be left to whoever may not wait: until another one is free within `soonMs`. */
export function lastPlaceMs(window: Window, now: number, soonMs: number): number {
  const held = heldUntil(window, now);
  if (held.length !== window.max - 1) return 0;
  return Math.max(0, (held[0] ?? now) - soonMs - now);
}

/** Calls that held a place at any moment since then: at least as many of ours as HubSpot counts in an answer to a call sent then. */
export function usedSince(window: Window, moment: number): number {
  return freeMoments(window).filter((at) => at > moment).length;
}

export function take(window: Window, id: string, now: number): void {
  forget(window, now);
  window.away[id] = now;
}

/** `savedMs`: how much of the call's round trip cannot have been its way to HubSpot (round-trips.ts). */
export function answered(window: Window, id: string, call: { sentAt: number; answeredAt: number; savedMs: number }) {
  const sentAt = window.away[id] ?? call.sentAt;
  delete window.away[id];
  const arrivedBy = Math.min(call.answeredAt - call.savedMs, sentAt + arrivesWithinMs);
  window.free.push(Math.round(arrivedBy + window.windowMs + tickMs));
}

/** Others who share the limit have used `count` calls that we know nothing of. */
export function takenByOthers(window: Window, count: number, now: number): void {
  for (let i = 0; i < count; i++) window.free.push(Math.round(now + window.windowMs));
}

/** When each place that is held now will be free, the first one first. */
function heldUntil(window: Window, now: number): number[] {
  return freeMoments(window)
    .filter((at) => at > now)
    .sort((one, other) => one - other);
}

function freeMoments({ free, away, windowMs }: Window): number[] {
  return [...free, ...Object.values(away).map((sentAt) => sentAt + arrivesWithinMs + windowMs)];
}

/** Places are remembered a little longer than they hold, to compare with answers that are on their way. */
function forget(window: Window, now: number): void {
  const since = now - window.windowMs / 10;
  window.free = window.free.filter((at) => at > since);
  for (const [id, sentAt] of Object.entries(window.away)) {
    if (sentAt + arrivesWithinMs + window.windowMs <= since) delete window.away[id];
  }
}
