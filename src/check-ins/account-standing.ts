import { earliestDate, latestDate, type AccountProperties } from "@keyline/domain";
import { writeSlots } from "./check-in-slots.ts";
import { changes, isOpen, type Draft } from "./draft.ts";
import { lastSlot } from "./plan-next.ts";
import { hasOpenPromise } from "./promises.ts";
import type { CompanyWrite } from "./writes.ts";

/** What the company says of its check-ins; null when it says so already. */
export function accountStanding(draft: Draft, isActive: boolean, noticeEscalation: string | null): CompanyWrite | null {
  const { account } = draft.situation;
  const values = draft.checkIns.map((checkIn) => checkIn.values);
  const planned = values.filter(({ state }) => state === "planned").map(({ due_date }) => due_date);
  const held = values.flatMap(({ state, held_on }) => (state === "held" && held_on !== null ? [held_on] : []));
  const before = account.properties;
  const after: Partial<AccountProperties> = {
    am_next_check_in: earliestDate(planned),
    am_last_check_in: latestDate(before.am_last_check_in ? [...held, before.am_last_check_in] : held),
    am_overdue_check_ins: countOverdue(draft, before.am_overdue_check_ins),
    am_check_in_slots: slotsText(draft),
    am_notice_escalation: noticeEscalation,
  };
  if (isActive) after.am_rhythm_anchor = before.am_rhythm_anchor ?? draft.portal.today;
  const kept = Object.fromEntries(Object.keys(after).map((name) => [name, before[name as keyof typeof before]]));
  const properties = changes(kept as Partial<AccountProperties>, after);
  return Object.keys(properties).length > 0 ? { id: account.id, properties } : null;
}

/** Nought is written only where another number stood: an account that was never late needs no write. */
function countOverdue({ checkIns }: Draft, before: number | null): number | null {
  const count = checkIns.filter(({ values }) => values.state === "overdue").length;
  return count === 0 && before === null ? null : count;
}

function slotsText(draft: Draft): string | null {
  const { account } = draft.situation;
  const open = draft.checkIns.filter(isOpen).map(({ values }) => values.check_in_key);
  const ask = latestAsk(draft);
  const last = lastSlot(draft);
  const isUntouched = open.length === 0 && ask.length === 0 && last === null;
  if (isUntouched && account.properties.am_check_in_slots === null) return null;
  return writeSlots(account.id, { last, open, ask });
}

/** The newest held check-ins whose recommendations wait; older ones are forgotten by the brief, not by HubSpot. */
function latestAsk({ checkIns }: Draft): string[] {
  return checkIns
    .filter(({ values }) => values.state === "held" && hasOpenPromise(values.recommendations))
    .map(({ values }) => values.check_in_key)
    .sort()
    .slice(-3);
}
