import type { InArabic } from "../catalogue.ts";
import type { plan as english } from "../en/plan.ts";

export const plan: InArabic<typeof english> = {
  planTitle: "خطة {period}",
  planGoal: "الهدف",
  tabSnapshot: "لمحة",
  tabPeople: "من يقرر",
  tabGrowth: "النمو",
  tabResources: "الموارد",
  tabObstacles: "العقبات",
  tabSuccess: "النجاح",
};
