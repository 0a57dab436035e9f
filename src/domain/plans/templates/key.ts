import { agreed, beRecommended, carryOut, grow, meetNeeds, renewal, satisfy, upsell, whoDecides } from "./lines.ts";
import type { PlanTemplate } from "./template.ts";

/** Few of them for each manager, and a deep relationship. */
export const key: PlanTemplate = {
  type: "key",
  about: {
    en: "A full plan for a year with an account that you know from inside.",
    ar: "خطة كاملة لسنة مع حساب تعرفه من الداخل.",
  },
  period: "year",
  reviews: "quarterly",
  whoIsTold: {
    en: "Their decision makers by minutes after each check-in; our management each quarter",
    ar: "أصحاب القرار لديهم بمحضر بعد كل متابعة، وإدارتنا كل ربع سنة",
  },
  lines: [
    grow,
    upsell,
    satisfy,
    meetNeeds,
    carryOut,
    beRecommended,
    whoDecides,
    agreed,
    {
      id: "half-time",
      kind: "milestone",
      name: { en: "Half-time meeting with their management", ar: "اجتماع منتصف المدة مع إدارتهم" },
      due: 0.5,
    },
    renewal,
  ],
};
