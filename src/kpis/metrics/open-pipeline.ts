import { defineMetric, noData } from "../define-metric.ts";
import { totalOf } from "../won-deals.ts";

export const openPipeline = defineMetric({
  name: "open_pipeline",
  formula: {
    en: "Deals open at the end of the period; now, while it runs",
    ar: "الصفقات المفتوحة في نهاية الفترة؛ والآن ما دامت جارية",
  },
  needs: ["deals"],
  compute({ deals }, { stage, until }) {
    if (deals.length === 0) return noData("never_a_deal");
    if (stage === "running") return totalOf(deals.filter(({ standing }) => standing === "open"));
    return totalOf(
      deals.filter(
        ({ standing, createdAt, closedAt }) =>
          createdAt < until && (standing === "open" || (closedAt !== null && closedAt >= until)),
      ),
    );
  },
});
