import { defineChoices, type ChoiceOf } from "./define-choices.ts";

/** What stands on the roadmap of a plan, or in its way. */
export const objectiveKinds = defineChoices({
  objective: { en: "Objective", ar: "هدف" },
  milestone: { en: "Milestone", ar: "محطة" },
  initiative: { en: "Initiative", ar: "مبادرة" },
  obstacle: { en: "In the way", ar: "عقبة" },
});
export type ObjectiveKind = ChoiceOf<typeof objectiveKinds>;

/** `late` is no status: it follows from the due date. */
export const objectiveStatuses = defineChoices({
  planned: { en: "Planned", ar: "مخطَّط" },
  in_progress: { en: "In progress", ar: "قيد التنفيذ" },
  on_hold: { en: "On hold", ar: "معلَّق" },
  done: { en: "Done", ar: "منجَز" },
  dropped: { en: "Dropped", ar: "مستبعَد" },
  /** It goes on in the plan of the next period, as a record of its own. */
  carried: { en: "Carried over", ar: "مُرحَّل" },
});
export type ObjectiveStatus = ChoiceOf<typeof objectiveStatuses>;

export const openObjectiveStatuses = [
  "planned",
  "in_progress",
  "on_hold",
] as const satisfies readonly ObjectiveStatus[];

/** How often the plan itself is reviewed. */
export const reviewRhythms = defineChoices({
  monthly: { en: "Every month", ar: "كل شهر" },
  quarterly: { en: "Every quarter", ar: "كل ربع سنة" },
  twice_a_year: { en: "Twice a year", ar: "مرتين في السنة" },
  yearly: { en: "Once a year", ar: "مرة في السنة" },
});
export type ReviewRhythm = ChoiceOf<typeof reviewRhythms>;
