import { majorOf, minorOf, planTeam, Problem, type AccountPlan, type PlanEdit, type PlanValues } from "@keyline/domain";
import type { PlanRecord } from "../facts.ts";

type Properties = PlanRecord["properties"];

/** Values that HubSpot keeps as the card says them, by the name of their property. */
const plain = {
  ownerId: "hubspot_owner_id",
  snapshot: "snapshot",
  whyTheyBuy: "why_they_buy",
  strengths: "strengths",
  weaknesses: "weaknesses",
  opportunities: "opportunities",
  threats: "threats",
  valueToThem: "value_to_them",
  valueToUs: "value_to_us",
  competitors: "competitors",
  upsellOpenings: "upsell_openings",
  howTheyDecide: "how_they_decide",
  decisionCriteria: "decision_criteria",
  growth: "growth",
  hoursPlanned: "hours_planned",
  hoursSpent: "hours_spent",
  obstaclesSummary: "obstacles_summary",
  successMeasures: "success_measures",
  reviewRhythm: "review_rhythm",
  nextReviewOn: "next_review_on",
  whoIsTold: "who_is_told",
  ourPromises: "our_promises",
  theirPromises: "their_promises",
  agreedOn: "agreed_on",
  agreedBy: "agreed_by",
  internalNotes: "internal_notes",
} as const satisfies Partial<Record<keyof PlanValues, keyof AccountPlan>>;

/** Amounts: whole minor units on the card, major units in HubSpot. */
const money = {
  goalMinor: "revenue_goal",
  budgetMinor: "budget",
  budgetSpentMinor: "budget_spent",
} as const satisfies Partial<Record<keyof PlanValues, keyof AccountPlan>>;

type PlainName = keyof typeof plain;
type MoneyName = keyof typeof money;

/** All that a person may write into a plan, as it stands. */
export function planValuesOf(properties: Properties, currency: string): PlanValues {
  const texts = Object.entries(plain).map(([name, property]) => [name, properties[property]]);
  const amounts = Object.entries(money).map(([name, property]) => {
    const amount = properties[property];
    return [name, amount === null ? null : minorOf(amount, currency)];
  });
  return { ...Object.fromEntries([...texts, ...amounts]), team: teamOf(properties) } as PlanValues;
}

/** The properties that a change names, and no others. */
export function planProperties(change: PlanEdit, currency: string): Partial<AccountPlan> {
  const pairs = Object.entries(change).map(([name, value]) => {
    if (name === "team") return ["team_roles", change.team?.length ? planTeam.write(change.team) : null];
    if (isMoney(name)) return [money[name], typeof value === "number" ? majorOf(value, currency) : null];
    return [plain[name as PlainName], value === "" ? null : value];
  });
  return Object.fromEntries(pairs) as Partial<AccountPlan>;
}

function isMoney(name: string): name is MoneyName {
  return name in money;
}

/** Text that somebody else wrote there is no team; saving one here replaces it. */
function teamOf({ team_roles: text }: Properties): PlanValues["team"] {
  try {
    return planTeam.read(text) ?? [];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
