import { defineChoices, type ChoiceOf } from "./define-choices.ts";

/** A dated fact worth counting. */
export const signalKinds = defineChoices({
  referral: { en: "Referral", ar: "إحالة" },
  testimonial: { en: "Testimonial", ar: "شهادة" },
  reference_call: { en: "Reference call", ar: "مكالمة تزكية" },
  case_study: { en: "Case study", ar: "قصة نجاح" },
  risk: { en: "Risk noticed", ar: "خطر مرصود" },
  change: { en: "Change noticed", ar: "تغيّر مرصود" },
});
export type SignalKind = ChoiceOf<typeof signalKinds>;

/** What the metric `testimonials` counts. */
export const testimonialKinds = [
  "testimonial",
  "reference_call",
  "case_study",
] as const satisfies readonly SignalKind[];
