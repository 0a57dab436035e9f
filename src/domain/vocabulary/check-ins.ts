import { defineChoices, type ChoiceOf } from "./define-choices.ts";

/** How often we talk to an account. Which weekday or day of the month is the rhythm's rule. */
export const rhythmNames = defineChoices({
  weekly: { en: "Every week", ar: "كل أسبوع" },
  every_2_weeks: { en: "Every two weeks", ar: "كل أسبوعين" },
  monthly: { en: "Every month", ar: "كل شهر" },
  every_2_months: { en: "Every two months", ar: "كل شهرين" },
  quarterly: { en: "Every quarter", ar: "كل ربع سنة" },
  twice_a_year: { en: "Twice a year", ar: "مرتين في السنة" },
  own: { en: "Own interval", ar: "فترة خاصة" },
});
export type RhythmName = ChoiceOf<typeof rhythmNames>;

export const checkInStates = defineChoices({
  planned: { en: "Planned", ar: "مخطَّط" },
  held: { en: "Held", ar: "تم" },
  skipped: { en: "Skipped", ar: "متروك" },
  overdue: { en: "Overdue", ar: "متأخر" },
});
export type CheckInState = ChoiceOf<typeof checkInStates>;

/** Whose idea a check-in is: only those of the rhythm go when the rhythm changes. */
export const checkInOrigins = defineChoices({
  rhythm: { en: "Rhythm", ar: "الوتيرة" },
  person: { en: "A person", ar: "شخص" },
});
export type CheckInOrigin = ChoiceOf<typeof checkInOrigins>;

export const checkInOutcomes = defineChoices({
  good: { en: "Went well", ar: "جرى على ما يرام" },
  mixed: { en: "Mixed", ar: "بين بين" },
  poor: { en: "Went badly", ar: "لم يجرِ على ما يرام" },
});
export type CheckInOutcome = ChoiceOf<typeof checkInOutcomes>;

/** What became of the reminder task; `deleted` and `completed` are a person's answers and stay. */
export const reminderStates = defineChoices({
  open: { en: "Open", ar: "مفتوح" },
  completed: { en: "Completed", ar: "مكتمل" },
  deleted: { en: "Deleted by hand", ar: "حُذف يدويًا" },
  withdrawn: { en: "Withdrawn", ar: "مسحوب" },
});
export type ReminderState = ChoiceOf<typeof reminderStates>;
