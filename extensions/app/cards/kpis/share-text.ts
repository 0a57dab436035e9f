import { needStatuses, signalKinds, type KpiShare } from "@keyline/domain";
import type { Host } from "@keyline/ui";

const answers = {
  satisfied: "kpiSatisfied",
  "not-satisfied": "kpiNotSatisfied",
  promoter: "kpiPromoter",
  passive: "kpiPassive",
  detractor: "kpiDetractor",
} as const;
const timeliness = {
  kept: "kpiKept",
  late: "kpiHeldLate",
  missed: "kpiMissed",
  skipped: "kpiSkipped",
  waiting: "kpiWaiting",
} as const;

/** What a record adds to the number: "SAR 90k", "4 of 5, satisfied", "held in time". */
export function shareText(share: KpiShare, currency: string, { say, line, numbers, language }: Host): string {
  switch (share.kind) {
    case "money": {
      const amount = share.amountMinor === null ? say("kpiNoAmount") : numbers.money(share.amountMinor, currency);
      return line([amount, share.isBefore && say("kpiPeriodBefore")]);
    }
    case "answer": {
      const value = numbers.number(share.value);
      const given = share.of === null ? value : say("kpiOutOf", { value, of: numbers.number(share.of) });
      return line([given, say(answers[share.says])]);
    }
    case "signal":
      return signalKinds.label(share.is, language);
    case "check-in":
      return say(timeliness[share.says]);
    case "promises":
      return say("kpiCarriedOut", { done: numbers.number(share.done), given: numbers.number(share.given) });
    case "need":
      return needStatuses.label(share.status, language);
    case "one":
      return numbers.number(1);
  }
  return "";
}
