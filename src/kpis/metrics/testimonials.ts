import { containsDate, testimonialKinds } from "@keyline/domain";
import { defineMetric, idsOf, noData } from "../define-metric.ts";

const kinds: readonly string[] = testimonialKinds;

export const testimonials = defineMetric({
  name: "testimonials",
  formula: {
    en: "Testimonials, reference calls and case studies of the period",
    ar: "الشهادات ومكالمات التزكية وقصص النجاح في الفترة",
  },
  needs: ["signals"],
  compute({ signals }, { period }) {
    const all = signals.filter(({ kind }) => kinds.includes(kind));
    if (all.length === 0) return noData("none_recorded");
    const counted = all.filter(({ happenedOn }) => containsDate(period, happenedOn));
    return { value: counted.length, evidence: idsOf("account_signal", counted) };
  },
});
