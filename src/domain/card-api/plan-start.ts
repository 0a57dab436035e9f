import { z } from "zod";
import { accountTypes } from "../vocabulary/accounts.ts";
import { rhythmNames } from "../vocabulary/check-ins.ts";
import { reviewRhythms } from "../vocabulary/plans.ts";
import { plainDate, recordId, writeIntent } from "./shapes.ts";

/** What one template brings, in the reader's language. */
export const planOffer = z.object({
  type: accountTypes.schema,
  about: z.string(),
  objectives: z.number().int(),
  milestones: z.number().int(),
  reviews: reviewRhythms.schema,
  checkIns: rhythmNames.schema,
  /** Names of its objectives and milestones. */
  brings: z.array(z.string()),
  /** For which the plan can be made, the running one first. */
  periods: z.array(z.object({ key: z.string(), endsOn: plainDate })),
  proposed: z.string(),
  /** The goal that the record holds, for a period of this length. */
  goalMinor: z.number().int().nullable(),
});
export type PlanOffer = z.infer<typeof planOffer>;

/** What the first plan of an account can start from. */
export const planStart = z.object({
  /** What HubSpot knows of the account, in sentences: the snapshot, unless the person writes another. */
  snapshot: z.string(),
  /** What it brought in the fiscal year before; null without a deal. */
  lastYearMinor: z.number().int().nullable(),
  ownerId: recordId.nullable(),
  /** False: the account lacks a type or a rhythm, and the plan can give it one. */
  isManaged: z.boolean(),
  offers: z.array(planOffer),
});
export type PlanStart = z.infer<typeof planStart>;

/**
 * `POST /cards/plan/create`: one plan for one period, whoever asks and however often. `startsManaging` gives the account
 * the type and the rhythm that it lacks.
 */
export const createPlan = z.object({
  ...writeIntent.shape,
  type: accountTypes.schema,
  period: z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, "choose-one"),
  goalMinor: z.number().int().min(0, "out-of-range").nullable(),
  ownerId: recordId.nullable(),
  snapshot: z.string().max(20_000, "too-long").nullable(),
  startsManaging: z.boolean(),
});
export type CreatePlan = z.infer<typeof createPlan>;
