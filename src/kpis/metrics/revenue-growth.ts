import { percentOf } from "@keyline/domain";
import { defineMetric, noData } from "../define-metric.ts";
import { sumOf, totalOf, wonIn } from "../won-deals.ts";

export const revenueGrowth = defineMetric({
  name: "revenue_growth",
  formula: {
    en: "New sales and upsell against the same-length period before",
    ar: "المبيعات الجديدة والإضافية مقارنة بالفترة السابقة بالطول نفسه",
  },
  needs: ["deals"],
  compute({ deals }, span) {
    const earlier = wonIn(deals, span.before);
    const before = sumOf(earlier);
    // Against less than nothing a percentage says nothing.
    if (before <= 0) return noData("no_earlier_revenue");
    const now = wonIn(deals, span);
    return { ...totalOf([...now, ...earlier]), value: percentOf(sumOf(now) - before, before) };
  },
});
