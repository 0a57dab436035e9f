import type { PlainDate, PlanPeriod } from "@keyline/domain";
import { goneProblem } from "../desk/index.ts";
import type { PlanRecord } from "./facts.ts";

/** Plans of an account, the latest first. One without a key is nothing that Keyline could write to. */
export function inOrder(plans: readonly PlanRecord[]): PlanRecord[] {
  return plans
    .filter(({ properties }) => properties.plan_key !== null && properties.plan_status !== null)
    .toSorted((one, other) => (startOf(one) < startOf(other) ? 1 : -1));
}

/**
 * The plan to show: the one that was asked for, else the one that runs today, else the next, else the latest. Closed ones
 * come last.
 * @throws Problem `not-found` when the one that was asked for is not among them
 */
export function choosePlan(
  plans: readonly PlanRecord[],
  today: PlainDate,
  planKey: string | undefined,
): PlanRecord | null {
  if (planKey !== undefined) {
    const asked = plans.find(({ properties }) => properties.plan_key === planKey);
    if (asked) return asked;
    throw goneProblem("plan");
  }
  const open = plans.filter(({ properties }) => properties.plan_status !== "closed");
  const running = open.find(({ properties: { starts_on: from, ends_on: to } }) => {
    return (from === null || from <= today) && (to === null || to >= today);
  });
  return running ?? open.at(-1) ?? plans[0] ?? null;
}

export function periodOfPlan({ properties }: PlanRecord): PlanPeriod {
  return {
    key: properties.plan_key ?? "",
    period: properties.period,
    status: properties.plan_status ?? "draft",
    startsOn: properties.starts_on,
    endsOn: properties.ends_on,
  };
}

function startOf({ properties, id }: PlanRecord): string {
  return `${properties.starts_on ?? ""} ${id.padStart(20, "0")}`;
}
