/**
 * A rolling window as HubSpot counts it, seen from this side of the wire.
 *
 * HubSpot counts a call when it arrives, somewhere between our sending it and its answer. So a call holds its place
 * from the moment it is sent until `windowMs` after the latest moment at which it can have arrived: its answer, less
 * the shortest round trip ever seen (the next call needs some of that time to arrive, this one needed the rest of it
 * for its answer). With steady latency that costs nothing; with 100 to 300 ms it costs one percent.
 */
export interface RollingWindow {
  /** How long until one more call may go; 0 when it may go now. `spare` places are kept free. */
  waitMs(now: number, spare: number): number;
  /** Takes a place; give it back with `answered`. */
  take(now: number): Place;
  answered(place: Place, now: number, counted: boolean): void;
  /** Others who share the limit have used `count` calls that we know nothing of. */
  takenByOthers(count: number, now: number): void;
  /** Calls that held a place at any moment since then: at least as many of ours as HubSpot counts in an answer to a call sent then. */
  usedSince(sentAt: number): number;
  /** How much round trips vary, lately. */
  readonly spreadMs: number;
  /** Calls that hold a place now. */
  used(now: number): number;
  resize(max: number, windowMs: number): void;
  readonly max: number;
  readonly windowMs: number;
}

export interface Place {
  sentAt: number;
  /** Infinity while the call is under way. */
  freeAt: number;
}

/** Clocks tick in whole milliseconds on both sides. */
const tickMs = 2;
/** A slow round trip weighs half after some three hundred others. */
const forgetting = 0.998;

export function rollingWindow(max: number, windowMs: number): RollingWindow {
  let places: Place[] = [];
  let shortestMs = Infinity;
  let longestMs = 0;
  let size = { max, windowMs };

  // Kept a little longer than they hold, to compare with answers that are on their way.
  const drop = (now: number) => {
    places = places.filter((place) => place.freeAt > now - size.windowMs / 10);
  };
  const holding = (now: number) => places.filter((place) => place.freeAt > now);

  return {
    get max() {
      return size.max;
    },
    get windowMs() {
      return size.windowMs;
    },
    get spreadMs() {
      return Math.max(0, longestMs - shortestMs);
    },
    waitMs(now, spare) {
      drop(now);
      const allowed = Math.max(1, size.max - spare);
      const held = holding(now);
      if (held.length < allowed) return 0;
      const frees = held.map((place) => place.freeAt).sort((a, b) => a - b);
      const next = frees[held.length - allowed] ?? Infinity;
      // Those under way free nothing yet; their answers ask again.
      return next === Infinity ? Infinity : Math.max(1, next - now);
    },
    take(now) {
      const place = { sentAt: now, freeAt: Infinity };
      places.push(place);
      return place;
    },
    answered(place, now, counted) {
      const roundTripMs = now - place.sentAt;
      if (counted) {
        shortestMs = Math.min(shortestMs, roundTripMs);
        longestMs = Math.max(longestMs * forgetting, roundTripMs);
      }
      const savedMs = counted ? Math.min(shortestMs, roundTripMs) : 0;
      place.freeAt = now - savedMs + size.windowMs + tickMs;
    },
    takenByOthers(count, now) {
      for (let i = 0; i < count; i++) places.push({ sentAt: now, freeAt: now + size.windowMs });
    },
    usedSince: (sentAt) => places.filter((place) => place.freeAt > sentAt).length,
    used: (now) => holding(now).length,
    resize(nextMax, nextWindowMs) {
      size = { max: nextMax, windowMs: nextWindowMs };
    },
  };
}
