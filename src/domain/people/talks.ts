import { daysBetween, type PlainDate } from "../calendar/plain-date.ts";

/** The latest of several days on which somebody was talked with; a day to come is no talk yet. Null: none is known. */
export function lastTalk(days: readonly (PlainDate | null)[], today: PlainDate): PlainDate | null {
  const past = days.filter((day) => day !== null && day <= today).toSorted();
  return past.at(-1) ?? null;
}

/** For how many days somebody has not been talked with, once it is more than the setting allows; else null. */
export function silentDays(last: PlainDate | null, today: PlainDate, staleAfterDays: number): number | null {
  if (last === null) return null;
  const days = daysBetween(last, today);
  return days > staleAfterDays ? days : null;
}
