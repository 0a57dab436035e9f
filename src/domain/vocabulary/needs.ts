import { defineChoices, type ChoiceOf } from "./define-choices.ts";

/** The life of a need; `met` and `dropped` are its two ends. */
export const needStatuses = defineChoices({
  identified: { en: "Identified", ar: "مرصود" },
  confirmed: { en: "Confirmed", ar: "مؤكَّد" },
  served: { en: "Being served", ar: "قيد التلبية" },
  met: { en: "Met", ar: "تمت تلبيته" },
  dropped: { en: "Dropped", ar: "مستبعَد" },
});
export type NeedStatus = ChoiceOf<typeof needStatuses>;

export const openNeedStatuses = ["identified", "confirmed", "served"] as const satisfies readonly NeedStatus[];

/** What a need tells us about the account. */
export const needKinds = defineChoices({
  goal: { en: "Something they want to achieve", ar: "هدف يريدون تحقيقه" },
  reason_to_buy: { en: "Why they buy from us", ar: "سبب شرائهم منا" },
  improvement: { en: "Something they could do better", ar: "أمر يمكنهم تحسينه" },
  exposure: { en: "Something that puts them at risk", ar: "أمر يعرّضهم للخطر" },
});
export type NeedKind = ChoiceOf<typeof needKinds>;

/** How we learnt of a need. */
export const needSources = defineChoices({
  stakeholder_meeting: { en: "Meeting with stakeholders", ar: "اجتماع مع أصحاب المصلحة" },
  survey: { en: "Survey", ar: "استبيان" },
  workshop: { en: "Workshop", ar: "ورشة عمل" },
  data_analysis: { en: "Data analysis", ar: "تحليل بيانات" },
  market_research: { en: "Market research", ar: "بحث سوق" },
  check_in: { en: "Check-in", ar: "متابعة" },
  support: { en: "Support", ar: "الدعم" },
  other: { en: "Other", ar: "مصدر آخر" },
});
export type NeedSource = ChoiceOf<typeof needSources>;

/** Priority, risk, likelihood and impact all speak the same three words. */
export const degrees = defineChoices({
  high: { en: "High", ar: "مرتفع" },
  medium: { en: "Medium", ar: "متوسط" },
  low: { en: "Low", ar: "منخفض" },
});
export type Degree = ChoiceOf<typeof degrees>;
