import { defineMetric, idsOf, noData } from "../define-metric.ts";

export const openTickets = defineMetric({
  name: "open_tickets",
  formula: {
    en: "Tickets not closed at the end of the period; now, while it runs",
    ar: "التذاكر غير المغلقة في نهاية الفترة؛ والآن ما دامت جارية",
  },
  needs: ["tickets"],
  compute({ tickets }, { stage, until }) {
    const all = tickets ?? [];
    if (all.length === 0) return noData("never_a_ticket");
    const open = all.filter(({ isClosed, closedAt, createdAt }) => {
      if (stage === "running") return !isClosed;
      return createdAt < until && (!isClosed || (closedAt !== null && closedAt >= until));
    });
    return { value: open.length, evidence: idsOf("tickets", open) };
  },
});
