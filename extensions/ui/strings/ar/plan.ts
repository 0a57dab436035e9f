import type { InArabic } from "../catalogue.ts";
import type { plan as english } from "../en/plan.ts";

export const plan: InArabic<typeof english> = {
  planTitle: "خطة {period}",
  planGoalOf: "الهدف {goal}",
  planHealth: "السلامة {score}",
  objectivesUntouched: {
    zero: "لُمست الأهداف اليوم",
    one: "لم تُلمس الأهداف منذ يوم",
    two: "لم تُلمس الأهداف منذ يومين",
    few: "لم تُلمس الأهداف منذ {count} أيام",
    many: "لم تُلمس الأهداف منذ {count} يومًا",
    other: "لم تُلمس الأهداف منذ {count} يوم",
  },
  planUntouched: {
    zero: "لُمست الخطة اليوم",
    one: "لم تُلمس الخطة منذ يوم",
    two: "لم تُلمس الخطة منذ يومين",
    few: "لم تُلمس الخطة منذ {count} أيام",
    many: "لم تُلمس الخطة منذ {count} يومًا",
    other: "لم تُلمس الخطة منذ {count} يوم",
  },
  goalAndResponsible: "الهدف والمسؤول",
  planGoal: "الهدف",
  tabSnapshot: "لمحة",
  tabPeople: "من يقرر",
  tabGrowth: "النمو",
  tabResources: "الموارد",
  tabObstacles: "العقبات",
  tabSuccess: "النجاح",
};
