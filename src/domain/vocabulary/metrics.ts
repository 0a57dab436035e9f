import { defineChoices, type ChoiceOf } from "./define-choices.ts";

/** What is measured about an account; each has one formula, in the room of metrics. */
export const metricNames = defineChoices({
  new_sales: { en: "New sales", ar: "مبيعات جديدة" },
  upsell: { en: "Upsell", ar: "مبيعات إضافية" },
  revenue_growth: { en: "Revenue growth", ar: "نمو الإيراد" },
  open_pipeline: { en: "Open pipeline", ar: "الصفقات المفتوحة" },
  referrals: { en: "Referrals", ar: "الإحالات" },
  testimonials: { en: "Testimonials", ar: "الشهادات" },
  satisfaction: { en: "Satisfaction", ar: "الرضا" },
  nps: { en: "NPS", ar: "صافي الترويج" },
  check_ins_kept: { en: "Check-ins kept", ar: "المتابعات في موعدها" },
  recommendations_adopted: { en: "Recommendations adopted", ar: "التوصيات المنفَّذة" },
  open_tickets: { en: "Open tickets", ar: "التذاكر المفتوحة" },
  needs_met: { en: "Needs met", ar: "الاحتياجات الملبّاة" },
});
export type MetricName = ChoiceOf<typeof metricNames>;

/** `money` is in whole minor units, `percent` and `score` (−100 to 100) are plain numbers. */
export const metricUnits = defineChoices({
  money: { en: "Money", ar: "مبلغ" },
  percent: { en: "Percent", ar: "نسبة مئوية" },
  score: { en: "Score", ar: "درجة" },
  count: { en: "Count", ar: "عدد" },
});
export type MetricUnit = ChoiceOf<typeof metricUnits>;

export const unitOfMetric: Readonly<Record<MetricName, MetricUnit>> = {
  new_sales: "money",
  upsell: "money",
  revenue_growth: "percent",
  open_pipeline: "money",
  referrals: "count",
  testimonials: "count",
  satisfaction: "percent",
  nps: "score",
  check_ins_kept: "percent",
  recommendations_adopted: "percent",
  open_tickets: "count",
  needs_met: "percent",
};

export const periodKinds = defineChoices({
  month: { en: "Month", ar: "شهر" },
  quarter: { en: "Quarter", ar: "ربع سنة" },
  year: { en: "Year", ar: "سنة" },
});
export type PeriodKind = ChoiceOf<typeof periodKinds>;

/** Why a metric has no number; no data is never zero. */
export const noDataReasons = defineChoices({
  never_a_deal: { en: "No deal yet", ar: "لا توجد صفقات بعد" },
  no_earlier_revenue: { en: "No revenue in the period before", ar: "لا إيراد في الفترة السابقة" },
  none_recorded: { en: "None recorded yet", ar: "لم يُسجَّل شيء بعد" },
  no_answer: { en: "No answers yet", ar: "لا إجابات بعد" },
  none_due: { en: "No check-in was due", ar: "لم تكن هناك متابعة مستحقة" },
  none_given: { en: "No recommendation given", ar: "لم تُقدَّم توصيات" },
  never_a_ticket: { en: "No ticket yet", ar: "لا توجد تذاكر بعد" },
  no_need: { en: "No need known", ar: "لا احتياجات معروفة" },
  not_begun: { en: "The period has not begun", ar: "لم تبدأ الفترة بعد" },
  source_unavailable: { en: "HubSpot gives no such records here", ar: "لا يتيح HubSpot هذه السجلات هنا" },
});
export type NoDataReason = ChoiceOf<typeof noDataReasons>;
