import { containsDate } from "@keyline/domain";
import { defineMetric, idsOf, noData } from "../define-metric.ts";

export const referrals = defineMetric({
  name: "referrals",
  formula: {
    en: "Referrals recorded in the period, and deals referred by this company that were created in it",
    ar: "الإحالات المسجَّلة في الفترة، والصفقات التي أحالتها هذه الشركة وأُنشئت فيها",
  },
  needs: ["signals", "referredDeals"],
  compute({ signals, referredDeals }, { period, from, until }) {
    const recorded = signals.filter(({ kind }) => kind === "referral");
    if (recorded.length + referredDeals.length === 0) return noData("none_recorded");
    const told = recorded.filter(({ happenedOn }) => containsDate(period, happenedOn));
    const came = referredDeals.filter(({ createdAt }) => createdAt >= from && createdAt < until);
    return { value: told.length + came.length, evidence: [...idsOf("account_signal", told), ...idsOf("deals", came)] };
  },
});
