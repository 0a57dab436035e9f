import { minorOf, planNorm, type ResourcesSection } from "@keyline/domain";
import type { ObjectiveRecord, PlanContext, PlanRecord } from "../facts.ts";
import { readPeriod } from "../revenue-of.ts";

/** What a plan of this type usually takes, and what its own initiatives and objectives were given. */
export function resourcesOf(
  { properties }: PlanRecord,
  objectives: readonly ObjectiveRecord[],
  { desk, account }: PlanContext,
): ResourcesSection {
  const { settings, currency } = desk;
  const type = properties.account_type ?? account.company.properties.am_account_type;
  const period = readPeriod(properties.period, settings.fiscalYearStartMonth);
  const pursued = objectives.filter((one) => one.properties.objective_status !== "dropped");
  const sum = (of: "hours" | "budget") => pursued.reduce((total, one) => total + (one.properties[of] ?? 0), 0);
  return {
    norm: type && period ? planNorm(type, period, settings) : null,
    allocated: { hours: sum("hours"), budgetMinor: minorOf(sum("budget"), currency) },
  };
}
