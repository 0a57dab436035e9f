import {
  countObjectives,
  type AccountPlan,
  type AccountProperties,
  type PlainDate,
  type PlanAnswer,
} from "@keyline/domain";
import { choosePlan, inOrder } from "../choose-plan.ts";
import type { PlanRecord } from "../facts.ts";
import { isEconomicBuyerKnown } from "../people/people-of.ts";
import { isUnfinished } from "../unfinished.ts";
import type { CardReading } from "./read-card.ts";

/** What follows from a change, as far as it is not so already. */
export interface Settled {
  readonly plan: { id: string; properties: Partial<AccountPlan> } | null;
  readonly company: Partial<AccountProperties>;
}

/**
 * The plan that was changed counts its roadmap and says that it was touched; the company says how its plan stands and
 * whether anybody is known who decides about the money: HubSpot's own lists and reports read it there.
 */
export function settle(reading: CardReading, answer: PlanAnswer): Settled {
  const { today } = answer;
  const plans = inOrder(reading.plans);
  const touched = plans.find(({ properties }) => properties.plan_key === answer.plan?.key) ?? null;
  const running = choosePlan(plans, today, undefined);
  const plan =
    touched && reading.unreadable.length === 0 ? news(touched.properties, factsOf(touched, reading, today)) : {};
  const isPeopleKnown = !reading.unreadable.includes("people");
  const facts = {
    am_plan_status: running?.properties.plan_status ?? null,
    am_plan_ends: running?.properties.ends_on ?? null,
    am_plan_last_touched: running === touched ? touched && today : (running?.properties.last_touched_on ?? null),
    ...goalOf(running, today),
    ...(isPeopleKnown && { am_economic_buyer_known: isEconomicBuyerKnown(answer.people) }),
  };
  return {
    plan: touched && Object.keys(plan).length > 0 ? { id: touched.id, properties: plan } : null,
    company: news(reading.account.company.properties, facts),
  };
}

/** The goal of the running year is the account's goal; a plan without one leaves the account's alone. */
function goalOf(plan: PlanRecord | null, today: PlainDate): Partial<AccountProperties> {
  const { revenue_goal: goal, starts_on: from, ends_on: to, period, plan_status: status } = plan?.properties ?? {};
  const isYear = period !== undefined && period !== null && /^\d{4}$/.test(period);
  if (!isYear || goal === null || goal === undefined || status === "draft") return {};
  return from && to && from <= today && today <= to ? { am_revenue_goal: goal } : {};
}

function factsOf(plan: PlanRecord, { objectives }: CardReading, today: PlainDate): Partial<AccountPlan> {
  if (isUnfinished(plan)) return { last_touched_on: today };
  const own = objectives
    .filter((one) => one.properties.plan_key === plan.properties.plan_key)
    .map(({ properties: one }) => ({
      kind: one.objective_kind ?? "objective",
      status: one.objective_status ?? "planned",
      dueOn: one.due_on,
    }));
  const { open, late } = countObjectives(own, today);
  return { last_touched_on: today, open_objectives: open, late_objectives: late };
}

function news<T extends object>(before: { [K in keyof T]?: unknown }, after: T): Partial<T> {
  const changed = Object.entries(after).filter(([name, value]) => (before[name as keyof T] ?? null) !== value);
  return Object.fromEntries(changed) as Partial<T>;
}
