import { beRecommended, grow, keepTalking, needsConfirmed, renewal, satisfy, whoDecides } from "./lines.ts";
import type { PlanTemplate } from "./template.ts";

/** Grouped by region or industry, one specialist each: what is learnt here serves the neighbours. */
export const territory: PlanTemplate = {
  type: "territory",
  about: {
    en: "One year by region or industry: what is learnt here serves its neighbours.",
    ar: "سنة بحسب المنطقة أو القطاع: ما نتعلمه هنا يفيد جيرانه.",
  },
  period: "year",
  reviews: "twice_a_year",
  whoIsTold: {
    en: "The specialist of the territory; our sales team twice a year",
    ar: "مختص المنطقة، وفريق مبيعاتنا مرتين في السنة",
  },
  lines: [
    grow,
    satisfy,
    keepTalking,
    { ...beRecommended, name: { en: "Win a neighbour through them", ar: "كسب جار لهم عن طريقهم" } },
    whoDecides,
    needsConfirmed,
    {
      id: "market",
      kind: "milestone",
      name: {
        en: "The market around them mapped: rivals, prices, projects",
        ar: "رسم سوقهم: المنافسون والأسعار والمشاريع",
      },
      due: 0.4,
    },
    renewal,
  ],
};
