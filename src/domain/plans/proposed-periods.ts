import type { PlainDate } from "../calendar/plain-date.ts";
import { elapsedShare, nextPeriod, periodOf, type Period } from "../periods/index.ts";
import type { PlanTemplate } from "./templates/index.ts";

/** Once so much of a period is over, a new plan is better made for the next one. */
const tooLate = 0.9;

/**
 * For which periods a plan of a template can be started: the running one and the next two. The proposed one is the running
 * one until its last tenth.
 */
export function proposedPeriods(
  { period }: Pick<PlanTemplate, "period">,
  today: PlainDate,
  fiscalYearStartMonth: number,
): { periods: Period[]; proposed: Period } {
  const running = periodOf(period, today, fiscalYearStartMonth);
  const next = nextPeriod(running);
  const proposed = elapsedShare(running, today) > tooLate ? next : running;
  return { periods: [running, next, nextPeriod(next)], proposed };
}
