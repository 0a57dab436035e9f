import { dateIn, latestDate, type PlainDate } from "@keyline/domain";
import type { Account } from "../accounts/account.ts";
import type { Facts } from "../facts/facts.ts";
import type { PortalFacts } from "../portal-facts.ts";

/**
 * When we last had to do with an account, and what we know of its people. Last contact is HubSpot's own (the last call,
 * e-mail or meeting that was logged), or a check-in held since. An answer to any survey says how satisfied they are.
 */
export function contactStanding({ contactedAt, properties }: Account, facts: Facts, portal: PortalFacts) {
  const { timeZone, today } = portal;
  const held = facts.checkIns.flatMap(({ heldOn }) => (heldOn !== null && heldOn <= today ? [heldOn] : []));
  const contacted = contactedAt === null ? [] : [dateIn(timeZone, new Date(contactedAt))];
  const answered = (facts.answers ?? []).map(({ at }) => at);
  return {
    am_last_contact: latestDate([...held, ...contacted]),
    am_last_check_in: lastCheckIn(held, properties.am_last_check_in),
    am_economic_buyer_known: facts.isEconomicBuyerKnown,
    am_last_satisfaction_answer:
      answered.length === 0 ? null : dateIn(timeZone, new Date(answered.reduce((one, other) => Math.max(one, other)))),
  };
}

/**
 * The planner writes it as check-ins are held, and knows of none that came by an import: those are seen here. It only ever
 * moves on, so that the two agree.
 */
function lastCheckIn(held: readonly PlainDate[], stands: PlainDate | null): PlainDate | null {
  return latestDate(stands === null ? held : [...held, stands]);
}
