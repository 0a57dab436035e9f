import { workingCalendar, type AccountProperties, type Brief, type CheckIn, type PlainDate } from "@keyline/domain";
import { newCheckIn } from "../../src/check-ins/draft.ts";
import type { Account, OwnerFacts, PortalFacts, Situation, StoredCheckIn } from "../../src/check-ins/facts.ts";

/** Facts for tests of the decision; the portal works Sunday to Thursday in Riyadh. */
export const noura: OwnerFacts = owner("11", { name: "Noura", managerId: "13" });
export const tom: OwnerFacts = owner("12", { name: "Tom", managerId: "13" });
export const huda: OwnerFacts = owner("13", { name: "Huda" });

export function owner(id: string, facts: Partial<OwnerFacts> = {}): OwnerFacts {
  return { id, name: `Owner ${id}`, isActive: true, managerId: null, language: "en", timeZone: null, ...facts };
}

export function portalOf(today: PlainDate, changes: Partial<PortalFacts> = {}): PortalFacts {
  const owners = [noura, tom, huda];
  return {
    id: "4242",
    timeZone: "Asia/Riyadh",
    currency: "SAR",
    canUseTaskKey: true,
    today,
    calendar: workingCalendar(["sunday", "monday", "tuesday", "wednesday", "thursday"]),
    policy: {
      leadDays: { a: 3, b: 2, c: 1 },
      graceDays: 2,
      dueTime: "09:00",
      perDay: null,
      tightening: {
        sales: { days: 90, factor: 2 },
        key: { days: 90, factor: 2 },
        territory: { days: 90, factor: 2 },
        strategic: { days: 90, factor: 2 },
      },
      contactMade: "offer",
      escalates: true,
      fallbackOwnerId: null,
      taskQueueId: null,
    },
    owners: new Map(owners.map((one) => [one.id, one])),
    recordUrl: () => null,
    ...changes,
  };
}

export function accountOf(properties: Partial<AccountProperties> = {}, changes: Partial<Account> = {}): Account {
  return {
    id: "500",
    name: "Najd Foods",
    ownerId: noura.id,
    mergedIds: [],
    isArchived: false,
    hasContacts: false,
    hasDeals: false,
    properties: {
      am_account_type: "key",
      am_tier: "a",
      am_rhythm: "monthly",
      am_rhythm_rule: "first sunday",
      am_rhythm_anchor: "2026-11-01",
      am_paused_from: null,
      am_paused_until: null,
      am_lead_manager: null,
      am_open_needs: null,
      am_plan_status: null,
      am_satisfaction: null,
      am_last_check_in: null,
      am_next_check_in: null,
      am_overdue_check_ins: null,
      am_notice_by: null,
      am_renewal_outlook: null,
      am_renewal_value: null,
      am_notice_escalation: null,
      am_check_in_slots: null,
      am_managed_under: null,
      am_number_changes: null,
      am_manages_family: null,
      am_family_ids: null,
      ...properties,
    },
    ...changes,
  };
}

export function checkInOf(slot: PlainDate, values: Partial<CheckIn> = {}, id = "900"): StoredCheckIn {
  const { values: fresh } = newCheckIn("500", "Najd Foods", slot);
  return { id, values: { ...fresh, planned_by: "rhythm", hubspot_owner_id: noura.id, ...values } };
}

export const emptyBrief: Brief = { since: null, news: [], moreNews: 0, unread: [], askAbout: [], promised: [] };

export function situationOf(account: Account, changes: Partial<Situation> = {}): Situation {
  return {
    account,
    checkIns: [],
    absentKeys: new Set(),
    tasks: new Map(),
    noticeTasks: new Map(),
    brief: emptyBrief,
    contactIds: [],
    load: new Map([noura, tom, huda].map(({ id }) => [id, 0])),
    contactMade: [],
    ...changes,
  };
}
