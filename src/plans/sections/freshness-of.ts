import { dateIn, timeZoneOf, type PlanFreshness } from "@keyline/domain";
import type { ObjectiveRecord, PlanContext, PlanRecord } from "../facts.ts";

/** When somebody last touched the plan, and its roadmap. */
export function freshnessOf(
  { properties }: PlanRecord,
  objectives: readonly ObjectiveRecord[],
  { desk }: Pick<PlanContext, "desk">,
): PlanFreshness {
  const { settings, timeZone } = desk;
  const latest = objectives.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), "");
  return {
    planTouchedOn: properties.last_touched_on,
    objectivesTouchedOn: latest ? dateIn(timeZoneOf(settings, timeZone), new Date(latest)) : null,
    staleAfterDays: settings.staleAfterDays.plan,
  };
}
