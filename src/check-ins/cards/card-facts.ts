import {
  addWorkingDays,
  isManaged,
  type ManagingOptions,
  type Person,
  type PlainDate,
  type RhythmStanding,
  type Settings,
  type Tier,
  type AccountType,
} from "@keyline/domain";
import { readRhythm, undecidedNotice } from "../account-rhythm.ts";
import type { Account, PortalFacts } from "../facts.ts";
import type { Desk } from "../../desk/index.ts";

export function leadOf({ properties, ownerId }: Account, { owners }: PortalFacts): Person | null {
  const id = properties.am_lead_manager ?? ownerId;
  return id === null ? null : { id, name: owners.get(id)?.name || id };
}

/** Null while the account has no type or no rhythm. */
export function rhythmStandingOf(account: Account, portal: PortalFacts): RhythmStanding | null {
  const { properties } = account;
  if (!isManaged(properties) || properties.am_rhythm === null) return null;
  const { rhythm } = readRhythm(account, portal);
  const window = rhythm?.tightening;
  const isTight = window && (window.from === null || window.from <= portal.today) && window.until !== null;
  return {
    name: properties.am_rhythm,
    rule: properties.am_rhythm_rule,
    startsOn: properties.am_rhythm_anchor ?? portal.today,
    pausedFrom: properties.am_paused_from,
    pausedUntil: properties.am_paused_until,
    tightenedUntil: isTight && (window.until ?? "") >= portal.today ? undecidedNotice(account) : null,
  };
}

const usualTier: Record<AccountType, Tier> = { strategic: "a", key: "a", territory: "b", sales: "c" };

export function managingOptionsOf(desk: Desk, portal: PortalFacts, account: Account): ManagingOptions {
  const { settings } = desk;
  const active = [...portal.owners.values()].filter(({ isActive }) => isActive);
  const lead = account.properties.am_lead_manager ?? account.ownerId;
  return {
    byType: (Object.keys(settings.rhythms) as AccountType[]).map((type) => ({
      type,
      tier: usualTier[type],
      rhythm: { name: settings.rhythms[type], rule: null },
    })),
    suggestedType: account.properties.am_account_type,
    suggestedStart: nextWorkingDay(portal),
    suggestedLeadManagerId: lead !== null && active.some(({ id }) => id === lead) ? lead : null,
    owners: active.map(({ id, name }) => ({ id, name: name || id })),
    workingDays: workingDaysOf(settings),
  };
}

function workingDaysOf(settings: Settings): ManagingOptions["workingDays"] {
  return [...settings.workingWeek];
}

function nextWorkingDay({ today, calendar }: PortalFacts): PlainDate {
  return addWorkingDays(today, 1, calendar);
}
