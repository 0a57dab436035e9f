import type { MetricName, PlainDate, PlanStatus } from "@keyline/domain";

/** One thing that has changed about a plan since its last review. Money in whole minor units; people by owner id. */
export type Change =
  | { kind: "goal"; from: number | null; to: number | null }
  | { kind: "budget"; from: number | null; to: number | null }
  | { kind: "owner"; from: string | null; to: string | null }
  | { kind: "status"; to: PlanStatus }
  | { kind: "metric"; metric: MetricName; from: number; to: number }
  | { kind: "needs-met" | "needs-new" | "needs-risk" | "needs-dropped"; names: string[] }
  | { kind: "done" | "new" | "dropped" | "late"; names: string[] }
  | { kind: "moved"; name: string; from: PlainDate; to: PlainDate }
  | { kind: "obstacles-new" | "obstacles-over"; names: string[] }
  | { kind: "texts"; names: TextName[] };

/** Texts of a plan of which a review says that they were rewritten. */
export const reviewedTexts = [
  "snapshot",
  "why_they_buy",
  "strengths",
  "weaknesses",
  "opportunities",
  "threats",
  "competitors",
  "how_they_decide",
  "success_measures",
  "our_promises",
  "their_promises",
] as const;
export type TextName = (typeof reviewedTexts)[number];
