import { defineChoices, type ChoiceOf } from "./define-choices.ts";

/** The four types of account; the type sets the defaults (rhythm, depth of plan, team size, accounts per manager). */
export const accountTypes = defineChoices({
  sales: { en: "Sales account", ar: "حساب مبيعات" },
  key: { en: "Key account", ar: "حساب رئيسي" },
  territory: { en: "Territory or industry account", ar: "حساب منطقة أو قطاع" },
  strategic: { en: "Strategic account", ar: "حساب استراتيجي" },
});
export type AccountType = ChoiceOf<typeof accountTypes>;

export const tiers = defineChoices({
  a: { en: "A", ar: "أ" },
  b: { en: "B", ar: "ب" },
  c: { en: "C", ar: "ج" },
});
export type Tier = ChoiceOf<typeof tiers>;

export const renewalOutlooks = defineChoices({
  likely: { en: "Likely", ar: "مرجّح" },
  open: { en: "Open", ar: "غير محسوم" },
  at_risk: { en: "At risk", ar: "مهدَّد" },
  lost: { en: "Lost", ar: "خسرناه" },
  renewed: { en: "Renewed", ar: "جُدِّد" },
});
export type RenewalOutlook = ChoiceOf<typeof renewalOutlooks>;

export const healthBands = defineChoices({
  healthy: { en: "Healthy", ar: "سليم" },
  slipping: { en: "Slipping", ar: "يتراجع" },
  at_risk: { en: "At risk", ar: "في خطر" },
  unknown: { en: "Not enough known", ar: "المعلومات غير كافية" },
});
export type HealthBand = ChoiceOf<typeof healthBands>;

export const planStatuses = defineChoices({
  draft: { en: "Draft", ar: "مسودة" },
  active: { en: "Active", ar: "سارية" },
  in_review: { en: "In review", ar: "قيد المراجعة" },
  closed: { en: "Closed", ar: "مغلقة" },
});
export type PlanStatus = ChoiceOf<typeof planStatuses>;
