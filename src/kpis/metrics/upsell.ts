import { defineMetric } from "../define-metric.ts";
import { isNewSale, moneyOf } from "../won-deals.ts";

export const upsell = defineMetric({
  name: "upsell",
  formula: {
    en: "The other won deals that closed in the period",
    ar: "بقية الصفقات المكسوبة التي أُغلقت في الفترة",
  },
  needs: ["deals"],
  compute: (facts, span) => moneyOf(facts, span, (deal) => !isNewSale(deal, facts.deals)),
});
