import { addMonths, dateIn, type PlainDate, type RenewalOutlook } from "@keyline/domain";
import type { Account } from "../accounts/account.ts";
import type { DealFacts, Facts } from "../facts/facts.ts";
import type { PortalFacts } from "../portal-facts.ts";

/**
 * When recurring revenue can be lost, and how it looks. Dates and value come from the properties that the settings name;
 * the outlook from the renewal deal, where the settings name their pipeline and the account has one. Without, the outlook is
 * what people say.
 */
export function renewalStanding({ contract, properties }: Account, { deals }: Facts, portal: PortalFacts) {
  const { pipelineId, stages } = portal.settings.renewals;
  const renewals = pipelineId === null ? [] : deals.filter((deal) => deal.pipelineId === pipelineId);
  return {
    am_contract_end: contract.ends,
    am_notice_by: contract.noticeBy,
    am_renewal_value: contract.value,
    am_renewal_outlook:
      renewals.length === 0 ? properties.am_renewal_outlook : outlookOf(renewals, stages, contract.ends, portal),
  };
}

/**
 * The open deal that closes first decides by its stage, `open` where the settings say nothing of it. Without an open one,
 * the last that was closed for this contract: within the twelve months before it ends, or after. One closed for an earlier
 * contract says nothing of this one: it is open.
 */
function outlookOf(
  renewals: readonly DealFacts[],
  stages: Readonly<Record<string, RenewalOutlook>>,
  contractEnd: PlainDate | null,
  { timeZone, today }: PortalFacts,
): RenewalOutlook {
  const open = renewals.filter(({ standing }) => standing === "open").sort(byClosing);
  const [next] = open;
  if (next) return stages[next.stageId ?? ""] ?? "open";
  const from = addMonths(contractEnd ?? today, -12);
  const last = renewals
    .filter(({ closedAt }) => closedAt !== null && dateIn(timeZone, new Date(closedAt)) > from)
    .sort(byClosing)
    .at(-1);
  if (!last) return "open";
  return last.standing === "won" ? "renewed" : "lost";
}

/** Those without a close date last; of two at one moment, the lower id first. */
function byClosing(one: DealFacts, other: DealFacts): number {
  const [first, second] = [one.closedAt ?? Infinity, other.closedAt ?? Infinity];
  return first === second ? Number(one.id) - Number(other.id) : first - second;
}
