import { z } from "zod";
import { accountTypes, healthBands, planStatuses, tiers } from "../vocabulary/accounts.ts";
import { accountValues, prioritySection } from "./plan-account.ts";
import { objectivesSection } from "./plan-objectives.ts";
import { peopleSection } from "./plan-people.ts";
import { openingsSection, planFreshness, resourcesSection, successSection } from "./plan-sections.ts";
import { planStart } from "./plan-start.ts";
import { planValues } from "./plan-values.ts";
import { cardFacts, companyQuery, person, plainDate, recordId } from "./shapes.ts";

/** `GET /cards/plan`. Without `planKey`, the plan that runs today, else the latest. */
export const planQuery = companyQuery.extend({ planKey: z.string().max(200).optional() });
export type PlanQuery = z.infer<typeof planQuery>;

/** One plan of the account, as a choice among its periods. */
export const planPeriod = z.object({
  key: z.string(),
  /** `2026`, `2026-Q4`; null where a person wrote none. */
  period: z.string().nullable(),
  status: planStatuses.schema,
  startsOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
});
export type PlanPeriod = z.infer<typeof planPeriod>;

/** Money in minor units of the answer's currency; null is "no data", never zero. */
export const planRevenue = z.object({
  goalMinor: z.number().int().nullable(),
  toDateMinor: z.number().int().nullable(),
  attainmentPercent: z.number().nullable(),
  /** Against the straight line from nothing to the goal; `differenceMinor` is negative when behind. */
  pace: z.object({ pace: z.enum(["ahead", "on", "behind"]), differenceMinor: z.number().int() }).nullable(),
});

/** The plan that the card shows. */
export const planHead = planPeriod.extend({
  id: recordId,
  name: z.string(),
  owner: person.nullable(),
  /** The template it was made from. */
  type: accountTypes.schema.nullable(),
  /** Its creation was interrupted: creating it again fills in what lacks. */
  isUnfinished: z.boolean(),
  /** The plan that it went on from. */
  carriedFrom: z.string().nullable(),
  /** The period after this one, and whether its plan is there already; null where the period cannot be read. */
  next: z.object({ period: z.string(), endsOn: plainDate, key: z.string().nullable() }).nullable(),
  closedOn: plainDate.nullable(),
  closingNote: z.string().nullable(),
  revenue: planRevenue,
  values: planValues,
  freshness: planFreshness,
  resources: resourcesSection,
  success: successSection,
});
export type PlanHead = z.infer<typeof planHead>;

/** Parts that are read apart; one that failed is named, and the rest of the card still shows. */
export const planParts = ["people", "objectives", "needs", "deals", "kpis", "openings", "family", "owners"] as const;
export type PlanPart = (typeof planParts)[number];

/** The answer of `GET /cards/plan`, and, with the change applied, of every write below it. */
export const planAnswer = z.object({
  ...cardFacts,
  unreadable: z.array(z.enum(planParts)),
  type: accountTypes.schema.nullable(),
  tier: tiers.schema.nullable(),
  leadManager: person.nullable(),
  managedUnder: z.object({ id: recordId, name: z.string() }).nullable(),
  health: z.object({ score: z.number().nullable(), band: healthBands.schema }).nullable(),
  /** Companies that this one manages with itself: its plan covers them. */
  family: z.array(person),
  account: accountValues,
  priority: prioritySection,
  /** Null in the answer of a write: what was shown stays. */
  openings: openingsSection.nullable(),
  /** Who may be chosen as responsible: the owners that are still here. */
  owners: z.array(person),
  /** Null while the account has no plan. */
  plan: planHead.nullable(),
  /** Every plan of the account, the latest first. */
  periods: z.array(planPeriod),
  /** What the first plan can start from; null once there is one. */
  start: planStart.nullable(),
  /** Who decides. Known of the account, whether it has a plan or not. */
  people: peopleSection,
  /** What stands on the roadmap of the plan that is shown, and in its way. */
  objectives: objectivesSection,
});
export type PlanAnswer = z.infer<typeof planAnswer>;

/** Every write of the plan card answers with the card as it is now. */
export const planWritten = z.object({ outcome: z.literal("saved"), plan: planAnswer });
export type PlanWritten = z.infer<typeof planWritten>;

/** `already-there`: somebody made a plan of another template for that period; it stands, and is what the answer shows. */
export const planCreated = planWritten.extend({ outcome: z.enum(["saved", "already-there"]) });
export type PlanCreated = z.infer<typeof planCreated>;
