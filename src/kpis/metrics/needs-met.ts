import { containsDate, percentOf } from "@keyline/domain";
import { defineMetric, idsOf, noData } from "../define-metric.ts";

export const needsMet = defineMetric({
  name: "needs_met",
  formula: {
    en: "Needs met in the period, of those open at its start or opened in it",
    ar: "الاحتياجات الملبّاة في الفترة من المفتوحة في بدايتها أو التي فُتحت فيها",
  },
  needs: ["needs"],
  compute({ needs }, { period }) {
    const counted = needs.filter(
      ({ openedOn, endedOn }) => openedOn <= period.endsOn && (endedOn === null || endedOn >= period.startsOn),
    );
    if (counted.length === 0) return noData("no_need");
    const met = counted.filter(
      ({ status, endedOn }) => status === "met" && endedOn !== null && containsDate(period, endedOn),
    );
    return { value: percentOf(met.length, counted.length), evidence: idsOf("account_need", counted) };
  },
});
