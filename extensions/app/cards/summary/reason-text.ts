import type { HealthReason, PlainDate } from "@keyline/domain";
import { dateFormat, type Host } from "@keyline/ui";

/** One part of the health score in words: "2 check-ins overdue". */
export function reasonText(reason: HealthReason, today: PlainDate, { say, line, numbers, locale }: Host): string {
  switch (reason.part) {
    case "relationship":
      return say("relationshipReason", { strength: numbers.number(reason.strength) });
    case "satisfaction": {
      const values = { percent: numbers.percent(reason.percent) };
      if (reason.before === null || reason.before === reason.percent) return say("satisfactionReason", values);
      return say(reason.percent < reason.before ? "satisfactionFellReason" : "satisfactionRoseReason", values);
    }
    case "attainment":
      return say("attainmentReason", { percent: numbers.percent(reason.percent) });
    case "check-ins":
      if (reason.overdue > 0 || reason.keptPercent === null) return say("overdueReason", { count: reason.overdue });
      return say("keptReason", { percent: numbers.percent(reason.keptPercent) });
    case "needs":
      return say("needsReason", { count: reason.unmetHighRisk });
    case "tickets":
      return say("ticketsReason", { count: reason.open });
    case "trend":
      return say("trendReason", { percent: numbers.percent(reason.changePercent) });
    case "told":
      return line([reason.says]);
  }
  return say("renewalReason", { date: dateFormat(locale, today).day(reason.noticeBy) });
}
