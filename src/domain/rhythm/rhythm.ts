import type { PlainDate } from "../calendar/plain-date.ts";
import type { Weekday } from "../calendar/weekdays.ts";
import type { RhythmName } from "../vocabulary/check-ins.ts";

/** Which of a month's weekdays: 1 to 4, or the last one. */
export type Nth = 1 | 2 | 3 | 4 | "last";

/** The day of a month on which a slot falls; a day that a month lacks becomes its last day, that month only. */
export type DayOfMonth = { day: number | "last" } | { nth: Nth; weekday: Weekday };

export type Pattern =
  | { unit: "days"; every: number }
  | { unit: "weeks"; every: number; weekday: Weekday }
  | { unit: "months"; every: number; on: DayOfMonth };

/** `from` is the first day without check-ins, `until` the first day with them again; either may be open. */
export interface Pause {
  from: PlainDate | null;
  until: PlainDate | null;
}

/** More slots between the rhythm's own, `factor` times as many, on dates from `from` to `until` (both count). */
export interface Tightening {
  factor: number;
  from: PlainDate | null;
  until: PlainDate | null;
}

/** How often we talk to an account, as a series of slots counted from the anchor: no slot depends on another one. */
export interface Rhythm {
  readonly name: RhythmName;
  readonly pattern: Pattern;
  readonly anchor: PlainDate;
  /**
   * The season, months 1 to 12 in order; empty means the whole year. By days, by weeks and monthly, slots outside it are
   * left out; a rhythm of several months has one slot in each month named.
   */
  readonly months: readonly number[];
  readonly pause: Pause | null;
  readonly tightening: Tightening | null;
}

/**
 * The same rhythm with `factor` times as many slots inside a window, such as the 90 days before a notice date. Its own
 * slots stay where they are: outside the window, and once the window is gone, the series is as it was.
 */
export function tighten(rhythm: Rhythm, factor: number, window: Partial<Pause> = {}): Rhythm {
  if (factor <= 1) return { ...rhythm, tightening: null };
  return {
    ...rhythm,
    tightening: { factor: Math.floor(factor), from: window.from ?? null, until: window.until ?? null },
  };
}
