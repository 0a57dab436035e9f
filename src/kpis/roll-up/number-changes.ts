import { minorOf, numberChanges, percentOf, type NumberChange, type TellingNumber } from "@keyline/domain";
import type { Facts } from "../facts/facts.ts";
import { nps } from "../metrics/nps.ts";
import { satisfaction } from "../metrics/satisfaction.ts";
import type { PortalFacts } from "../portal-facts.ts";
import { lastTwelveMonths } from "../span.ts";
import { sumOf, wonIn } from "../won-deals.ts";
import type { Standing } from "./standing.ts";

type Told = Pick<Standing, "am_last_check_in" | "am_revenue_goal" | "am_goal_attainment">;

/**
 * What the account's numbers were on the day of its last check-in, where they are others now. Both are reckoned from the same
 * facts by the same rule, as of two days: so nothing has to have been kept then, and a check-in that was logged late, or
 * imported, has its numbers too.
 */
export function numberChangesStanding(
  facts: Facts,
  told: Told,
  { currency, spans, timeZone, today }: PortalFacts,
): Pick<Standing, "am_number_changes"> {
  const since = told.am_last_check_in ?? null;
  if (since === null || since >= today) return { am_number_changes: null };
  const then = lastTwelveMonths({ today: since, timeZone });
  const goal = told.am_revenue_goal ?? null;
  const isSameYear = since >= spans.year.period.startsOn;
  const attainedThen =
    goal !== null && isSameYear && facts.deals.length > 0
      ? percentOf(sumOf(wonIn(facts.deals, { from: spans.year.from, until: then.until })), minorOf(goal, currency))
      : null;
  const numbers = [
    ...change("satisfaction", satisfaction.compute(facts, then).value, satisfaction.compute(facts, spans.twelve).value),
    ...change("nps", nps.compute(facts, then).value, nps.compute(facts, spans.twelve).value),
    ...change("goal_attainment", attainedThen, told.am_goal_attainment ?? null),
  ];
  return { am_number_changes: numbers.length === 0 ? null : numberChanges.write({ since, numbers }) };
}

/** In whole points: nobody speaks of less. A number that nobody knew then, or knows now, has not changed. */
function change(number: TellingNumber, before: number | null, now: number | null): NumberChange[] {
  if (before === null || now === null) return [];
  const rounded = { number, now: Math.round(now), before: Math.round(before) };
  return rounded.now === rounded.before ? [] : [rounded];
}
