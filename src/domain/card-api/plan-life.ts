import { z } from "zod";
import { planStatuses } from "../vocabulary/accounts.ts";
import { planWrite } from "./plan-write.ts";
import { companyQuery, plainDate } from "./shapes.ts";

const onePlan = { ...planWrite, planKey: z.string().min(1).max(300) };
/** What the person saw when they decided. Another status there now is a conflict; `found` is a `foundPlan`. */
const decided = { ...onePlan, expected: planStatuses.schema };
const note = z.string().trim().max(5_000, "too-long").nullable();

/** `POST /cards/plan/status`: a draft becomes active; an active one is in review, and active again. */
export const setPlanStatus = z.object({ ...decided, to: z.enum(["draft", "active", "in_review"]) });
export type SetPlanStatus = z.infer<typeof setPlanStatus>;

/** `POST /cards/plan/close`: the end of a plan, and what was learnt. Where its next plan stands, open items go on there. */
export const closePlan = z.object({ ...decided, note });
export type ClosePlan = z.infer<typeof closePlan>;

/** What of a plan goes on in the next one. */
export const carried = z.object({ objectives: z.boolean(), obstacles: z.boolean(), needs: z.boolean() });
export type Carried = z.infer<typeof carried>;

/**
 * `POST /cards/plan/next`: the plan of the next period, from this one. With `closes` this one is closed and what is open
 * goes on there; without, that happens when this one is closed.
 */
export const startNextPlan = z.object({
  ...decided,
  goalMinor: z.number().int().min(0, "out-of-range").nullable(),
  closes: z.boolean(),
  note,
  carry: carried,
});
export type StartNextPlan = z.infer<typeof startNextPlan>;

/** `found` of a conflict over a plan's life. */
export const foundPlan = z.object({ status: planStatuses.schema });
export type FoundPlan = z.infer<typeof foundPlan>;

/** `GET /cards/plan/review`: what has changed since the last review. */
export const reviewQuery = companyQuery.extend({ planKey: z.string().min(1).max(300) });
export type ReviewQuery = z.infer<typeof reviewQuery>;

export const planReview = z.object({
  /** The last review; null: since the plan began. */
  since: plainDate.nullable(),
  /** What changed, as sentences in the reader's language, the weightiest first. */
  changes: z.array(z.string()),
  nextReviewOn: plainDate.nullable(),
});
export type PlanReviewOffer = z.infer<typeof planReview>;

/** `POST /cards/plan/review/close`: the changes since the last review and what was decided become part of the history. */
export const closeReview = z.object({
  ...onePlan,
  /** When the plan had last been reviewed, as the person saw it: another review meanwhile is a conflict (`foundReview`). */
  expectedLast: plainDate.nullable(),
  decisions: z.string().trim().min(1, "required").max(5_000, "too-long"),
  nextReviewOn: plainDate.nullable(),
});
export type CloseReview = z.infer<typeof closeReview>;

/** `found` of a conflict over a review: the one that somebody else closed. */
export const foundReview = z.object({ on: plainDate, decisions: z.string() });
export type FoundReview = z.infer<typeof foundReview>;
