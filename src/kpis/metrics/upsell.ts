import { defineMetric, noData } from "../define-metric.ts";
import { newSalesOf, totalOf, wonIn } from "../won-deals.ts";

export const upsell = defineMetric({
  name: "upsell",
  formula: {
    en: "The other won deals that closed in the period",
    ar: "بقية الصفقات المكسوبة التي أُغلقت في الفترة",
  },
  needs: ["deals"],
  compute({ deals }, span) {
    if (deals.length === 0) return noData("never_a_deal");
    const won = wonIn(deals, span);
    const newSales = new Set(newSalesOf(won, deals));
    return totalOf(won.filter((deal) => !newSales.has(deal)));
  },
});
