import { defineMetric } from "../define-metric.ts";
import { isNewSale, moneyOf } from "../won-deals.ts";

export const newSales = defineMetric({
  name: "new_sales",
  formula: {
    en: "Won deals of new business that closed in the period; without a type, the first won deal of the company",
    ar: "الصفقات الجديدة المكسوبة التي أُغلقت في الفترة؛ وبلا نوع، أول صفقة مكسوبة للشركة",
  },
  needs: ["deals"],
  compute: (facts, span) => moneyOf(facts, span, (deal) => isNewSale(deal, facts.deals)),
});
