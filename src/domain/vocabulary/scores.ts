import { defineChoices, type ChoiceOf } from "./define-choices.ts";

/** The six factors judged from 1 to 5 that make the priority of an account. */
export const priorityParts = defineChoices({
  competition: { en: "Competition within the account", ar: "المنافسة داخل الحساب" },
  relationship: { en: "Strength of the relationship", ar: "قوة العلاقة" },
  resources: { en: "Resources it takes to manage", ar: "الموارد اللازمة لإدارته" },
  growth_potential: { en: "Growth potential", ar: "إمكانات النمو" },
  partnership_potential: { en: "Partnership potential", ar: "إمكانات الشراكة" },
  financial_health: { en: "Financial health", ar: "السلامة المالية" },
});
export type PriorityPart = ChoiceOf<typeof priorityParts>;

export const selectionParts = defineChoices({
  growth: { en: "Can grow", ar: "قابلية النمو" },
  return: { en: "Returns what we put in", ar: "العائد على الجهد" },
  standing: { en: "Raises our standing", ar: "رفع مكانتنا" },
  new_markets: { en: "Opens new markets", ar: "فتح أسواق جديدة" },
});
export type SelectionPart = ChoiceOf<typeof selectionParts>;

export const healthParts = defineChoices({
  relationship: { en: "Relationship", ar: "العلاقة" },
  satisfaction: { en: "Satisfaction", ar: "الرضا" },
  attainment: { en: "Goal attainment", ar: "تحقيق الهدف" },
  check_ins: { en: "Check-ins", ar: "المتابعات" },
  needs: { en: "High-risk needs", ar: "الاحتياجات عالية الخطورة" },
  tickets: { en: "Tickets", ar: "التذاكر" },
  trend: { en: "Revenue trend", ar: "اتجاه الإيراد" },
  renewal: { en: "Renewal", ar: "التجديد" },
});
export type HealthPart = ChoiceOf<typeof healthParts>;
