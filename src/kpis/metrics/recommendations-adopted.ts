import { containsDate, percentOf } from "@keyline/domain";
import { defineMetric, idsOf, noData } from "../define-metric.ts";

export const recommendationsAdopted = defineMetric({
  name: "recommendations_adopted",
  formula: {
    en: "Recommendations carried out, of those given at check-ins held in the period",
    ar: "التوصيات المنفَّذة من التي قُدِّمت في متابعات الفترة",
  },
  needs: ["checkIns"],
  compute({ checkIns }, { period }) {
    const giving = checkIns.filter(
      ({ heldOn, promises }) => heldOn !== null && containsDate(period, heldOn) && promises.length > 0,
    );
    const given = giving.flatMap(({ promises }) => promises);
    if (given.length === 0) return noData("none_given");
    const done = given.filter(({ state }) => state === "done");
    return { value: percentOf(done.length, given.length), evidence: idsOf("check_in", giving) };
  },
});
