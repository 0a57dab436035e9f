import { z } from "zod";
import { isPlainDate, type PlainDate } from "../calendar/plain-date.ts";
import { jsonText } from "./json-text.ts";

const review = z.object({
  on: z.custom<PlainDate>(isPlainDate, "Must be a date such as 2026-11-24"),
  /** Owner id of who closed the review. */
  by: z.string().nullable(),
  /** What changed since the review before, as sentences in the language they were written in. */
  changes: z.array(z.string()),
  decisions: z.string(),
});
export type PlanReview = z.output<typeof review>;

/** The reviews of a plan, the latest last (`reviews`). */
export const planReviews = jsonText("reviews", z.array(review));
