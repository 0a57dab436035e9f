import { addMonths, type PlainDate } from "../calendar/plain-date.ts";
import type { ReviewRhythm } from "../vocabulary/plans.ts";

const months: Readonly<Record<ReviewRhythm, number>> = { monthly: 1, quarterly: 3, twice_a_year: 6, yearly: 12 };

/** When a plan is reviewed next after a date: by its rhythm, and at the latest on its last day. */
export function nextReviewOn(after: PlainDate, rhythm: ReviewRhythm, endsOn: PlainDate | null): PlainDate {
  const next = addMonths(after, months[rhythm]);
  return endsOn !== null && endsOn > after && endsOn < next ? endsOn : next;
}
