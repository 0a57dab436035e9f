import { defineMetric, noData } from "../define-metric.ts";
import { newSalesOf, totalOf, wonIn } from "../won-deals.ts";

export const newSales = defineMetric({
  name: "new_sales",
  formula: {
    en: "Won deals of new business that closed in the period; without a type, the company's first",
    ar: "الصفقات الجديدة المكسوبة التي أُغلقت في الفترة؛ وبلا نوع، أول صفقة مكسوبة للشركة",
  },
  needs: ["deals"],
  compute({ deals }, span) {
    return deals.length === 0 ? noData("never_a_deal") : totalOf(newSalesOf(wonIn(deals, span), deals));
  },
});
