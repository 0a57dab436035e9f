import type { PlainDate } from "@keyline/domain";
import type { PlanFacts } from "../facts/facts.ts";

/**
 * The plan that an account is run by today: the one that covers today, an active one before one in review before a draft;
 * without one the next to begin, then the last that ended, and a closed one only where there is no other. Null: no plan.
 */
export function currentPlan(plans: readonly PlanFacts[], today: PlainDate): PlanFacts | null {
  const waiting = plans.filter(({ status }) => status !== "closed");
  const among = waiting.length > 0 ? waiting : plans;
  const running = among.filter((plan) => stageOf(plan, today) === "running");
  const [first] = running.sort((one, other) => rank(one) - rank(other) || later(one, other));
  if (first) return first;
  const [next] = among.filter((plan) => stageOf(plan, today) === "ahead").sort((one, other) => later(other, one));
  return next ?? [...among].sort(later)[0] ?? null;
}

function stageOf({ startsOn, endsOn }: PlanFacts, today: PlainDate): "ahead" | "running" | "over" {
  if (startsOn !== null && today < startsOn) return "ahead";
  return endsOn !== null && today > endsOn ? "over" : "running";
}

const order = { active: 0, in_review: 1, draft: 2, closed: 3 } as const;

function rank({ status }: PlanFacts): number {
  return order[status];
}

/** The one that starts later first, and the younger record of two that start together. */
function later(one: PlanFacts, other: PlanFacts): number {
  const [first, second] = [one.startsOn ?? "", other.startsOn ?? ""];
  if (first !== second) return first < second ? 1 : -1;
  return Number(other.id) - Number(one.id);
}
