import {
  nextReviewOn,
  planReviews,
  Problem,
  type CloseReview,
  type FoundReview,
  type PlanReview,
  type PlanReviewOffer,
  type PlanWritten,
  type ReviewQuery,
} from "@keyline/domain";
import { todayOf, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import { writePlan } from "../life/write-plan.ts";
import { readPlan } from "../read-plan.ts";
import { reviewsOf } from "../sections/success-of.ts";
import { mustBeOpen } from "../values/edit-plan.ts";
import { readChanges } from "./read-changes.ts";

/** What a review starts from: the changes since the last one, and when the next one would be. */
export async function reviewPlan(desk: Desk, { companyId, planKey }: ReviewQuery): Promise<PlanReviewOffer> {
  const plan = await readPlan(desk, companyId, planKey);
  const { last_reviewed_on: since, review_rhythm: rhythm, ends_on: ends } = plan.properties;
  return {
    since,
    changes: await readChanges(desk, companyId, plan),
    nextReviewOn: rhythm && nextReviewOn(todayOf(desk), rhythm, ends),
  };
}

/** Closes a review: what had changed and what was decided become part of the plan's history. Sent twice it is closed once. */
export async function closeReview(desk: Desk, asked: CloseReview): Promise<PlanWritten> {
  const { companyId, planKey, expectedLast, decisions, nextReviewOn: next } = asked;
  const plan = await readPlan(desk, companyId, planKey);
  const reviews = reviewsOf(plan);
  const last = reviews.at(-1);
  const today = todayOf(desk);
  if (last?.on === today && last.decisions === decisions) return saved(desk, { companyId, planKey });
  mustBeOpen(plan);
  if (plan.properties.last_reviewed_on !== expectedLast && last) throw reviewedMeanwhile(last);
  const [changes, by] = await Promise.all([readChanges(desk, companyId, plan), callerOwnerId(desk)]);
  await writePlan(desk.hubspot, plan.id, {
    reviews: planReviews.write(withinLimit([...reviews, { on: today, by, changes, decisions }])),
    last_reviewed_on: today,
    next_review_on: next,
    ...(plan.properties.plan_status === "in_review" && { plan_status: "active" }),
  });
  return saved(desk, { companyId, planKey });
}

/** HubSpot keeps at most 65,536 characters in a text: then the oldest reviews keep what was decided, and no more. */
const mostCharacters = 60_000;

function withinLimit(reviews: readonly PlanReview[]): PlanReview[] {
  const kept = [...reviews];
  for (let at = 0; at < kept.length && planReviews.write(kept).length > mostCharacters; at++) {
    const review = kept[at];
    if (review) kept[at] = { ...review, changes: [] };
  }
  return kept;
}

function reviewedMeanwhile({ on, decisions }: PlanReview): Problem {
  const words = {
    en: "Somebody has reviewed this plan since you opened the card.",
    ar: "راجع شخص آخر هذه الخطة بعد أن فتحت البطاقة.",
  };
  return new Problem("conflict", words.en, { words, found: { on, decisions } satisfies FoundReview });
}

/** Who asks, as an owner; null for a user who owns nothing. */
async function callerOwnerId({ hubspot, caller }: Desk): Promise<string | null> {
  const owners = await hubspot.owners();
  return owners.find(({ userId }) => userId === caller.userId)?.id ?? null;
}
