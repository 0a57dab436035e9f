import { percentOf } from "@keyline/domain";
import { defineMetric, idsOf, noData } from "../define-metric.ts";

export const satisfaction = defineMetric({
  name: "satisfaction",
  formula: {
    en: "Satisfied answers (4 or 5 of 5, 6 or 7 of 7) of all answers of the company's contacts",
    ar: "الإجابات الراضية (٤ أو ٥ من ٥، و٦ أو ٧ من ٧) من كل إجابات جهات اتصال الشركة",
  },
  needs: ["answers"],
  compute({ answers }, { from, until }) {
    const given = (answers ?? []).filter(({ kind, at }) => kind === "satisfaction" && at >= from && at < until);
    if (given.length === 0) return noData("no_answer");
    const satisfied = given.filter(({ isSatisfied }) => isSatisfied);
    return { value: percentOf(satisfied.length, given.length), evidence: idsOf("feedback_submissions", given) };
  },
});
