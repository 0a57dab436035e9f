import type { InArabic } from "../catalogue.ts";
import type { nextPlan as english } from "../en/next-plan.ts";

export const nextPlan: InArabic<typeof english> = {
  revenueGoal: "هدف الإيراد",
  planMovedTitle: "نقل شخص آخر هذه الخطة إلى حالة أخرى",
  planMovedText: "حالتها الآن: {status}. انظر إليها من جديد قبل أن تكمل.",
  whatWeLearnt: "ما تعلمناه",
  startNext: "ابدأ {period}",
  startNextTitle: "خطة {period}",
  startNextText: "تبدأ بما يصدق على الحساب: كيف يقررون، والقوة والضعف، والفريق، والوتيرة.",
  closesThis: "أغلق معها {plan}",
  closesThisHelp: "ينتقل المفتوح الآن، وإلا انتقل حين تغلق الخطة لاحقًا.",
  goesOn: "ما الذي ينتقل",
  goesOnObjectives: {
    zero: "لا أهداف أو مبادرات مفتوحة",
    one: "هدف أو مبادرة واحدة مفتوحة",
    two: "هدفان أو مبادرتان",
    few: "{count} أهداف ومبادرات مفتوحة",
    many: "{count} هدفًا ومبادرة مفتوحة",
    other: "{count} هدف ومبادرة مفتوحة",
  },
  goesOnObstacles: {
    zero: "لا عقبات",
    one: "عقبة واحدة",
    two: "عقبتان",
    few: "{count} عقبات",
    many: "{count} عقبة",
    other: "{count} عقبة",
  },
  goesOnNeeds: {
    zero: "لا احتياجات مفتوحة",
    one: "احتياج واحد مفتوح",
    two: "احتياجان مفتوحان",
    few: "{count} احتياجات مفتوحة",
    many: "{count} احتياجًا مفتوحًا",
    other: "{count} احتياج مفتوح",
  },
  nextStarted: "خطة {period} جاهزة مسودةً.",
};
