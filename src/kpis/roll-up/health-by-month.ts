import { previousPeriod, periodOf, scoreReasons, type PlainDate } from "@keyline/domain";

type HealthByMonth = Record<string, number>;

/** So many months are remembered: a year ago is the farthest that anybody compares with. */
const monthsKept = 13;
/** A change is against the last health of the month so many months back. */
const quarter = 3;

/** The last health of each month as the company remembers it, this month's brought up to date. */
export function remembered(reasons: string | null, score: number | null, today: PlainDate): HealthByMonth {
  const month = periodOf("month", today);
  const first = previousPeriod(month, monthsKept - 1).key;
  const earlier = Object.entries(before(reasons)).filter(([key]) => key >= first && key < month.key);
  const all = score === null ? earlier : [...earlier, [month.key, score] as const];
  return Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Points against a quarter ago; null where health was not known then, or is not now. */
export function changeIn(health: HealthByMonth, score: number | null, today: PlainDate): number | null {
  const then = health[previousPeriod(periodOf("month", today), quarter).key];
  return score === null || then === undefined ? null : score - then;
}

/** Text that somebody else wrote there remembers nothing. */
function before(reasons: string | null): HealthByMonth {
  try {
    return scoreReasons.read(reasons)?.healthByMonth ?? {};
  } catch {
    return {};
  }
}
