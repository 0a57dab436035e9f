/** At most `max` calls in any `windowMs`. */
export interface PaceLimit {
  max: number;
  windowMs: number;
  /** Calls that may go at once after a pause; default a tenth of `max`. The rest follows evenly spaced. */
  burst?: number;
  /** What is added to the window, for calls that reach HubSpot a little earlier or later than they left. Default 1.3 %, at least 50 ms. */
  marginMs?: number;
}

export interface Reservation {
  /** How long to wait before the first call. */
  waitMs: number;
  /** The same for each of the `count` calls. */
  waitsMs: number[];
}

/**
 * Reservations that all workers share: each call books the next free slot, so that no window ever holds more than `max`
 * of them. A booked slot that is not used is lost. The time is the store's own, so the workers' clocks may differ.
 */
export interface PacerStore {
  /** `nowMs` is for stores that live in one process; those shared by several use the clock of the backend. */
  reserve(key: string, limit: PaceLimit, nowMs: number, count?: number): Promise<Reservation>;
  /** Nobody gets a slot for so long: after a 429. Slots that were given out before stand. */
  hold(key: string, forMs: number, nowMs: number): Promise<void>;
}
