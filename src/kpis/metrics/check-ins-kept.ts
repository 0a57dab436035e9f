import { containsDate, percentOf } from "@keyline/domain";
import { defineMetric, idsOf, noData } from "../define-metric.ts";

export const checkInsKept = defineMetric({
  name: "check_ins_kept",
  formula: {
    en: "Check-ins held by their date plus grace, of those due in the period; skipped and still waiting ones left out",
    ar: "المتابعات التي تمت في موعدها مع المهلة، من المستحقة في الفترة؛ دون المتجاوَزة والمنتظرة",
  },
  needs: ["checkIns"],
  compute({ checkIns }, { period, today }) {
    const due = checkIns.filter(({ dueOn }) => containsDate(period, dueOn));
    const settled = due.filter(
      ({ state, keptUntil }) => state === "held" || state === "overdue" || (state === "planned" && keptUntil < today),
    );
    if (settled.length === 0) return noData("none_due");
    const kept = settled.filter(({ heldOn, keptUntil }) => heldOn !== null && heldOn <= keptUntil);
    const others = due.filter((one) => !settled.includes(one));
    return {
      value: percentOf(kept.length, settled.length),
      evidence: idsOf("check_in", settled),
      leftOut: idsOf("check_in", others).map((counted) => ({ ...counted, reason: "skipped_or_waiting" })),
    };
  },
});
