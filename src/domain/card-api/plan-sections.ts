import { z } from "zod";
import { metricNames, metricUnits, noDataReasons } from "../vocabulary/metrics.ts";
import { person, plainDate } from "./shapes.ts";

/** One metric that the plan is measured by, in the plan's period. Money in whole minor units. */
export const planMeasure = z.object({
  metric: metricNames.schema,
  unit: metricUnits.schema,
  /** Null: no data, which is not zero; `why` says the reason where it is known. */
  actual: z.number().nullable(),
  why: noDataReasons.schema.nullable(),
  target: z.number().nullable(),
  attainmentPercent: z.number().nullable(),
  /** True: an objective of the plan is measured by it. */
  isLinked: z.boolean(),
});
export type PlanMeasure = z.infer<typeof planMeasure>;

/** A review that was closed. */
export const closedReview = z.object({
  on: plainDate,
  by: person.nullable(),
  changes: z.array(z.string()),
  decisions: z.string(),
});
export type ClosedReview = z.infer<typeof closedReview>;

export const successSection = z.object({
  measures: z.array(planMeasure),
  lastReviewedOn: plainDate.nullable(),
  /** The latest first. */
  reviews: z.array(closedReview),
});
export type SuccessSection = z.infer<typeof successSection>;

/** What a plan of this type usually takes, and what its initiatives have taken of it. Money in minor units. */
export const resourcesSection = z.object({
  norm: z.object({ hours: z.number(), people: z.number().int() }).nullable(),
  allocated: z.object({ hours: z.number(), budgetMinor: z.number().int() }),
});
export type ResourcesSection = z.infer<typeof resourcesSection>;

/** How long nobody has touched what. Dates on the portal's clock; null where there is nothing. */
export const planFreshness = z.object({
  planTouchedOn: plainDate.nullable(),
  objectivesTouchedOn: plainDate.nullable(),
  /** After so many days without a touch the card says so. */
  staleAfterDays: z.number().int(),
});
export type PlanFreshness = z.infer<typeof planFreshness>;

/** A product that the account never bought. `boughtByPeers` of `peers` like it did. */
export const opening = z.object({
  productId: z.string(),
  name: z.string(),
  /** The library's unit price, in minor units; null where it has none. */
  priceMinor: z.number().int().nullable(),
  boughtByPeers: z.number().int(),
  peers: z.number().int(),
  /** The need that it was made into. */
  needKey: z.string().nullable(),
  /** The deal that this need opened. */
  dealId: z.string().nullable(),
});
export type Opening = z.infer<typeof opening>;

export const openingsSection = z.object({
  /** False: nothing was worked out yet, or the portal gives no line items. */
  isKnown: z.boolean(),
  /** False: nobody else has the industry and tier of the account, or it has none. */
  hasPeers: z.boolean(),
  /** What most peers bought first. */
  rows: z.array(opening),
});
export type OpeningsSection = z.infer<typeof openingsSection>;
