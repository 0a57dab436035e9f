import { z } from "zod";
import { accountTypes, healthBands, renewalOutlooks, tiers } from "../vocabulary/accounts.ts";
import { objectiveStatuses } from "../vocabulary/plans.ts";
import { offeredContact, openCheckIn } from "./check-ins.ts";
import { managingOptions } from "./managing.ts";
import { cardFacts, person, plainDate, recordId, recordLink } from "./shapes.ts";

const points = z.number();
const percent = z.number();

/** One part of the health score: what it adds or takes (`points`), and the fact behind it. */
export const healthReason = z.discriminatedUnion("part", [
  z.object({ part: z.literal("relationship"), points, strength: z.number().min(1).max(5) }),
  z.object({ part: z.literal("satisfaction"), points, percent, before: percent.nullable() }),
  z.object({ part: z.literal("attainment"), points, percent }),
  z.object({ part: z.literal("check-ins"), points, overdue: z.number().int(), keptPercent: percent.nullable() }),
  z.object({ part: z.literal("needs"), points, unmetHighRisk: z.number().int() }),
  z.object({ part: z.literal("tickets"), points, open: z.number().int() }),
  z.object({ part: z.literal("trend"), points, changePercent: percent }),
  z.object({ part: z.literal("renewal"), points, noticeBy: plainDate }),
  /** A part whose facts the company does not show by themselves, as the score put it, in the reader's language. */
  z.object({ part: z.literal("told"), points, says: z.string() }),
]);
export type HealthReason = z.infer<typeof healthReason>;

/** `score` is null when fewer than three parts are known; `band` is then `unknown`. */
export const health = z.object({
  score: z.number().min(0).max(100).nullable(),
  band: healthBands.schema,
  reasons: z.array(healthReason),
});

/** Money in minor units of the answer's currency; null is "no data", never zero. `period`: `2026`, `2026-Q4`. */
export const revenue = z.object({
  period: z.string(),
  toDateMinor: z.number().int().nullable(),
  goalMinor: z.number().int().nullable(),
  attainmentPercent: percent.nullable(),
  /** Against the straight line from nothing to the goal; negative is behind. */
  paceMinor: z.number().int().nullable(),
});

export const contract = z.object({
  ends: plainDate.nullable(),
  noticeBy: plainDate.nullable(),
  valueMinor: z.number().int().nullable(),
  outlook: renewalOutlooks.schema.nullable(),
});

/** The one thing to do now. The first of these that applies, in this order. */
export const doNext = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("log-overdue"), checkIn: openCheckIn }),
  z.object({ kind: z.literal("decide-renewal"), noticeBy: plainDate }),
  z.object({ kind: z.literal("confirm-contact"), contact: offeredContact, checkIn: openCheckIn }),
  z.object({ kind: z.literal("serve-need"), need: recordLink, count: z.number().int().min(1) }),
  z.object({
    kind: z.literal("late-objective"),
    objective: recordLink,
    key: z.string(),
    status: objectiveStatuses.schema,
    due: plainDate,
  }),
  z.object({ kind: z.literal("find-decision-maker") }),
  z.object({ kind: z.literal("plan-ends"), plan: recordLink, ends: plainDate }),
  z.object({ kind: z.literal("nothing") }),
]);
export type DoNext = z.infer<typeof doNext>;

/** Parts that are read apart; one that failed is named, and the rest of the card still shows. */
export const summaryParts = ["health", "revenue", "checkIns", "contract", "doNext", "owners"] as const;

/** The answer of `GET /cards/summary`. */
export const summaryAnswer = z.object({
  ...cardFacts,
  unreadable: z.array(z.enum(summaryParts)),
  isManaged: z.boolean(),
  type: accountTypes.schema.nullable(),
  tier: tiers.schema.nullable(),
  leadManager: person.nullable(),
  managedUnder: z.object({ id: recordId, name: z.string() }).nullable(),
  health: health.nullable(),
  revenue: revenue.nullable(),
  nextCheckIn: openCheckIn.nullable(),
  contract: contract.nullable(),
  doNext,
  /** What "Start managing" offers; null for an account that is managed already. */
  managing: managingOptions.nullable(),
});
export type SummaryAnswer = z.infer<typeof summaryAnswer>;
