import { agreed, beRecommended, carryOut, grow, meetNeeds, renewal, satisfy, upsell, whoDecides } from "./lines.ts";
import type { PlanTemplate } from "./template.ts";

/** Long-term, tied to our own future, a large share of revenue. */
export const strategic: PlanTemplate = {
  type: "strategic",
  about: {
    en: "The deepest plan: their future and ours, management with management.",
    ar: "أعمق الخطط: مستقبلهم ومستقبلنا، إدارة مع إدارة.",
  },
  period: "year",
  reviews: "monthly",
  whoIsTold: {
    en: "Both managements each quarter; the team every month",
    ar: "إدارتا الطرفين كل ربع سنة، والفريق كل شهر",
  },
  lines: [
    grow,
    upsell,
    {
      id: "nps",
      kind: "objective",
      name: { en: "Be the supplier they promote", ar: "أن نكون المورد الذي يزكّونه" },
      due: 1,
      metric: "nps",
    },
    satisfy,
    meetNeeds,
    carryOut,
    beRecommended,
    {
      id: "public",
      kind: "objective",
      name: { en: "Show our work together in public", ar: "إظهار عملنا المشترك للعلن" },
      description: { en: "A case study, a testimonial or a reference call.", ar: "قصة نجاح أو شهادة أو مكالمة تزكية." },
      due: 1,
      metric: "testimonials",
    },
    {
      id: "together",
      kind: "objective",
      name: { en: "Start something that neither would do alone", ar: "بدء ما لا يفعله أحد الطرفين وحده" },
      description: {
        en: "A product, a market or a way of working, with money and people from both.",
        ar: "منتج أو سوق أو طريقة عمل، بمال وناس من الطرفين.",
      },
      due: 1,
    },
    {
      id: "sponsors",
      kind: "milestone",
      name: { en: "A sponsor on each side, and they have met", ar: "راعٍ من كل طرف، وقد التقيا" },
      due: 0.1,
    },
    whoDecides,
    agreed,
    {
      id: "management-1",
      kind: "milestone",
      name: { en: "First meeting of both managements", ar: "الاجتماع الأول للإدارتين" },
      due: 0.4,
    },
    {
      id: "roadmap",
      kind: "milestone",
      name: { en: "Roadmap for three years drawn together", ar: "رسم خريطة ثلاث سنوات معًا" },
      due: 0.6,
    },
    {
      id: "management-2",
      kind: "milestone",
      name: { en: "Second meeting of both managements", ar: "الاجتماع الثاني للإدارتين" },
      due: 0.9,
    },
    renewal,
  ],
};
