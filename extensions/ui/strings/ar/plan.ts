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
  noPlanTitle: "لا خطة بعد",
  noPlanText: "تقول الخطة أين ينبغي أن يصل هذا الحساب، ومن يقرر فيه، وما الذي يفعله الطرفان لأجله.",
};
