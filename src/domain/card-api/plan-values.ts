import { z } from "zod";
import { teamMember } from "../team/team.ts";
import { reviewRhythms } from "../vocabulary/plans.ts";
import { planWrite } from "./plan-write.ts";
import { plainDate, recordId } from "./shapes.ts";

const text = z.string().max(20_000, "too-long").nullable();
const line = z.string().max(500, "too-long").nullable();
/** Whole minor units of the answer's currency. */
const amountMinor = z.number().int().min(0, "out-of-range").nullable();
const hours = z.number().min(0, "out-of-range").max(100_000, "out-of-range").nullable();

/** All that a person may write into a plan, by the six elements in order. An empty text is null. */
export const planValues = z.object({
  ownerId: recordId.nullable(),
  goalMinor: amountMinor,
  snapshot: text,
  whyTheyBuy: text,
  strengths: text,
  weaknesses: text,
  opportunities: text,
  threats: text,
  valueToThem: text,
  valueToUs: text,
  competitors: text,
  upsellOpenings: text,
  howTheyDecide: text,
  decisionCriteria: text,
  growth: text,
  budgetMinor: amountMinor,
  budgetSpentMinor: amountMinor,
  hoursPlanned: hours,
  hoursSpent: hours,
  team: z.array(teamMember).max(50, "too-many"),
  obstaclesSummary: text,
  successMeasures: text,
  reviewRhythm: reviewRhythms.schema.nullable(),
  nextReviewOn: plainDate.nullable(),
  whoIsTold: text,
  ourPromises: text,
  theirPromises: text,
  agreedOn: plainDate.nullable(),
  agreedBy: line,
  internalNotes: text,
});
export type PlanValues = z.infer<typeof planValues>;

/** Some of a plan's values. */
export const planEdit = planValues.partial();
export type PlanEdit = z.infer<typeof planEdit>;

/**
 * `POST /cards/plan/edit`: what the person saw (`expected`) and what they want, by field. Only what they changed is
 * written. A field that somebody else changed meanwhile is a conflict: 409, and `found` is a `planEdit` of how those
 * fields stand now; nothing is written then.
 */
export const editPlan = z.object({ ...planWrite, planKey: z.string().max(300), expected: planEdit, wanted: planEdit });
export type EditPlan = z.infer<typeof editPlan>;
