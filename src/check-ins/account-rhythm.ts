import { addDays, isManaged, parseRhythm, tighten, type Problem, type Rhythm } from "@keyline/domain";
import type { Account, PortalFacts } from "./facts.ts";

/**
 * The rhythm that an account follows today: its own, counted from its anchor (today for an account that has none yet),
 * and tighter before a notice date that nobody has decided about. Null for an account that is not managed.
 * @throws Problem `invalid-input` when the rule cannot be read
 */
export function rhythmOf(account: Account, portal: Pick<PortalFacts, "today" | "policy">): Rhythm | null {
  const { properties } = account;
  if (account.isArchived || !isManaged(properties) || properties.am_rhythm === null) return null;
  const rhythm = parseRhythm({
    name: properties.am_rhythm,
    rule: properties.am_rhythm_rule,
    anchor: properties.am_rhythm_anchor ?? portal.today,
    pausedFrom: properties.am_paused_from,
    pausedUntil: properties.am_paused_until,
  });
  const noticeBy = undecidedNotice(account);
  if (!noticeBy || properties.am_account_type === null) return rhythm;
  const { days, factor } = portal.policy.tightening[properties.am_account_type];
  return tighten(rhythm, factor, { from: addDays(noticeBy, -days), until: noticeBy });
}

/** The day until which notice can be given, while it is not decided what becomes of the contract. */
export function undecidedNotice({ properties }: Account) {
  const isDecided = properties.am_renewal_outlook === "renewed" || properties.am_renewal_outlook === "lost";
  return isDecided ? null : properties.am_notice_by;
}

/** A rhythm as it was read, or what is wrong with it. */
export type ReadRhythm = { rhythm: Rhythm | null; complaint: null } | { rhythm: null; complaint: string };

export function readRhythm(account: Account, portal: Pick<PortalFacts, "today" | "policy">): ReadRhythm {
  try {
    return { rhythm: rhythmOf(account, portal), complaint: null };
  } catch (problem) {
    return { rhythm: null, complaint: (problem as Problem).message };
  }
}
