import { dateIn, momentsOf, previousPeriod, stageOf, type Period } from "@keyline/domain";
import type { Span } from "./facts.ts";

/** A period as a portal's clock sees it now. */
export function spanOf(period: Period, timeZone: string, now: Date): Span {
  const today = dateIn(timeZone, now);
  const ms = (one: Period) => {
    const { from, until } = momentsOf(one, timeZone);
    return { from: from.getTime(), until: until.getTime() };
  };
  return { period, today, stage: stageOf(period, today), ...ms(period), before: ms(previousPeriod(period)) };
}
