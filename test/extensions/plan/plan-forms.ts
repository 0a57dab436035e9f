import { DateInput, Input, NumberInput, Select, TextArea } from "@hubspot/ui-extensions";
import type { Tab } from "./open-plan.ts";

/** One form of the plan: where it stands, what is typed into which field, and what is then wanted. */
export interface PlanForm {
  form: string;
  tab: Tab;
  title:
    | "planName"
    | "profileTitle"
    | "factorsTitle"
    | "contractTitle"
    | "swot"
    | "resourcesTitle"
    | "reviewPlanTitle"
    | "promisesTitle";
  path: "/cards/plan/account" | "/cards/plan/edit";
  typed: readonly (readonly [kind: unknown, name: string, value: unknown])[];
  wanted: object;
}

const day = { year: 2026, month: 11, date: 31 };

export const profile: PlanForm = {
  form: "what the company is",
  tab: "snapshot",
  title: "profileTitle",
  path: "/cards/plan/account",
  typed: [
    [Select, "industry", "FOOD_PRODUCTION"],
    [NumberInput, "employees", 2400],
    [Input, "city", "Riyadh"],
    [NumberInput, "annualRevenueMinor", 310_000_000],
  ],
  wanted: { industry: "FOOD_PRODUCTION", employees: 2400, city: "Riyadh", annualRevenueMinor: 31_000_000_000 },
};
export const goal: PlanForm = {
  form: "goal and responsible",
  tab: "snapshot",
  title: "planName",
  path: "/cards/plan/edit",
  typed: [
    [NumberInput, "goalMinor", 1_800_000],
    [Select, "ownerId", "12"],
  ],
  wanted: { goalMinor: 180_000_000, ownerId: "12" },
};
export const reviewed: PlanForm = {
  form: "how the plan is reviewed",
  tab: "success",
  title: "reviewPlanTitle",
  path: "/cards/plan/edit",
  typed: [
    [Select, "reviewRhythm", "monthly"],
    [DateInput, "nextReviewOn", day],
  ],
  wanted: { reviewRhythm: "monthly", nextReviewOn: "2026-12-31" },
};

export const planForms: readonly PlanForm[] = [
  profile,
  goal,
  reviewed,
  {
    form: "the six factors",
    tab: "snapshot",
    title: "factorsTitle",
    path: "/cards/plan/account",
    typed: [
      [Select, "growth_potential", "4"],
      [Input, "growth_potential-reason", "Second plant"],
    ],
    wanted: { growth_potential: { value: 4, reason: "Second plant" }, competition: { value: null, reason: null } },
  },
  {
    form: "the contract",
    tab: "snapshot",
    title: "contractTitle",
    path: "/cards/plan/account",
    typed: [
      [DateInput, "noticeBy", day],
      [NumberInput, "renewalMinor", 640_000],
      [Select, "outlook", "at_risk"],
    ],
    wanted: { contractEnds: null, noticeBy: "2026-12-31", renewalMinor: 64_000_000, outlook: "at_risk" },
  },
  {
    form: "strengths and the rest",
    tab: "snapshot",
    title: "swot",
    path: "/cards/plan/edit",
    typed: [[TextArea, "threats", "Frigor\nBudget freeze"]],
    wanted: { strengths: null, threats: "Frigor\nBudget freeze" },
  },
  {
    form: "hours and money",
    tab: "resources",
    title: "resourcesTitle",
    path: "/cards/plan/edit",
    typed: [
      [NumberInput, "hoursPlanned", 300],
      [NumberInput, "hoursSpent", Number.NaN],
      [NumberInput, "budgetMinor", 50_000],
    ],
    wanted: { hoursPlanned: 300, hoursSpent: null, budgetMinor: 5_000_000, budgetSpentMinor: null },
  },
  {
    form: "both sides' promises",
    tab: "success",
    title: "promisesTitle",
    path: "/cards/plan/edit",
    typed: [
      [TextArea, "ourPromises", "Parts within a day"],
      [Input, "agreedBy", "Salma Haddad"],
      [DateInput, "agreedOn", day],
    ],
    wanted: { ourPromises: "Parts within a day", agreedBy: "Salma Haddad", agreedOn: "2026-12-31" },
  },
];
