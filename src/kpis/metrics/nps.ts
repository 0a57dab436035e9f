import { percentOf } from "@keyline/domain";
import { defineMetric, idsOf, noData } from "../define-metric.ts";

export const nps = defineMetric({
  name: "nps",
  formula: {
    en: "Promoters (9 or 10) less detractors (0 to 6), in percent of answers",
    ar: "المروّجون (٩ أو ١٠) ناقص المنتقدين (٠ إلى ٦)، نسبة من الإجابات",
  },
  needs: ["answers"],
  compute({ answers }, { from, until }) {
    const given = (answers ?? []).filter(({ kind, at }) => kind === "nps" && at >= from && at < until);
    if (given.length === 0) return noData("no_answer");
    const promoters = given.filter(({ value }) => value >= 9).length;
    const detractors = given.filter(({ value }) => value <= 6).length;
    return { value: percentOf(promoters - detractors, given.length), evidence: idsOf("feedback_submissions", given) };
  },
});
