import { renewalOutlooks, type RenewalOutlook } from "../vocabulary/accounts.ts";
import type { Words } from "../words.ts";
import { daysToNotice as noticeReason, noticePassed } from "./health-reasons.ts";
import type { Judged } from "./score.ts";

/** What a decision already in sight is worth. */
const shares: Readonly<Record<Exclude<RenewalOutlook, "open">, number>> = {
  renewed: 1,
  likely: 0.85,
  at_risk: 0.2,
  lost: 0,
};

/** Undecided with the notice date near or past, an account is less well each day; far from it, all is well. */
const nearDays = 90;

/** A known outlook speaks for itself; without one the notice date does; with neither nothing is known. */
export function judgeRenewal(facts: { renewalOutlook: RenewalOutlook | null; daysToNotice: number | null }): Judged {
  const { renewalOutlook, daysToNotice } = facts;
  if (renewalOutlook !== null && renewalOutlook !== "open") {
    return { share: shares[renewalOutlook], reason: outlookReason(renewalOutlook) };
  }
  if (daysToNotice === null) return null;
  if (daysToNotice < 0) return { share: 0, reason: noticePassed(-daysToNotice) };
  return {
    share: daysToNotice >= nearDays ? 1 : 0.3 + (0.7 * daysToNotice) / nearDays,
    reason: noticeReason(daysToNotice),
  };
}

function outlookReason(outlook: RenewalOutlook): Words {
  const label = renewalOutlooks.labels[outlook];
  return { en: `Renewal: ${label.en.toLowerCase()}`, ar: `التجديد: ${label.ar}` };
}
