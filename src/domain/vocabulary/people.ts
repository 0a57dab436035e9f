import type { Words } from "../words.ts";
import { defineChoices, type ChoiceOf } from "./define-choices.ts";

/** The part a person at the account plays in its decisions; one person may play several. */
export const decisionRoles = defineChoices({
  economic_buyer: { en: "Economic buyer", ar: "صاحب القرار المالي" },
  decision_maker: { en: "Decision maker", ar: "صاحب القرار" },
  technical_buyer: { en: "Technical buyer", ar: "المقيّم الفني" },
  user_buyer: { en: "User buyer", ar: "ممثل المستخدمين" },
  champion: { en: "Champion", ar: "المناصر" },
  influencer: { en: "Influencer", ar: "المؤثر" },
  blocker: { en: "Blocker", ar: "المعارض" },
  signatory: { en: "Signs the contract", ar: "المفوَّض بالتوقيع" },
});
export type DecisionRole = ChoiceOf<typeof decisionRoles>;

/** The part a person on our side plays for an account. */
export const teamRoles = defineChoices({
  lead_manager: { en: "Lead manager", ar: "المدير الرئيسي" },
  account_manager: { en: "Further account manager", ar: "مدير حساب مشارك" },
  executive_sponsor: { en: "Executive sponsor", ar: "الراعي التنفيذي" },
  specialist: { en: "Specialist", ar: "مختص" },
});
export type TeamRole = ChoiceOf<typeof teamRoles>;

/** The words for a strength of relationship from 1 to 5. */
export const relationshipWords: Readonly<Record<1 | 2 | 3 | 4 | 5, Words>> = {
  1: { en: "Weak", ar: "ضعيفة" },
  2: { en: "Distant", ar: "محدودة" },
  3: { en: "Working", ar: "عملية" },
  4: { en: "Good", ar: "جيدة" },
  5: { en: "Trusted", ar: "ثقة كاملة" },
};
