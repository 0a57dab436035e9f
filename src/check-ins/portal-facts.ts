import { calendarOf, dateIn, timeZoneOf, type Settings } from "@keyline/domain";
import type { Now } from "../clock.ts";
import { readOwners, readRecordUrls } from "../desk/index.ts";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import type { Policy, PortalFacts } from "./facts.ts";

/** What every room of check-ins is given: one portal, its settings, and where time comes from. */
export interface PlannerParts {
  readonly hubspot: HubSpot;
  readonly settings: Settings;
  readonly now: Now;
  readonly log: Log;
  /** False where the portal has no unique property on tasks: tasks are then found by their check-in. */
  readonly canUseTaskKey?: boolean;
}

/** Reads what is the same for every account: account, owners, users and types, all remembered for a while by the client. */
export async function readPortalFacts(parts: PlannerParts): Promise<PortalFacts> {
  const { hubspot, settings, now, canUseTaskKey = true } = parts;
  const [account, owners, recordUrl] = await Promise.all([
    hubspot.account(),
    readOwners(hubspot, settings),
    readRecordUrls(parts),
  ]);
  const timeZone = timeZoneOf(settings, account.timeZone);
  return {
    id: String(account.portalId),
    timeZone,
    currency: account.currency,
    canUseTaskKey,
    today: dateIn(timeZone, now()),
    calendar: calendarOf(settings, account.timeZone),
    policy: policyOf(settings),
    owners,
    recordUrl,
  };
}

function policyOf(settings: Settings): Policy {
  const { sales, key, territory, strategic } = settings.tighten;
  const tightening = (one: typeof sales) => ({ days: one.withinDays, factor: one.factor });
  return {
    leadDays: settings.leadDays,
    graceDays: settings.graceDays,
    dueTime: settings.dueTime,
    perDay: settings.capacityPerDay,
    tightening: {
      sales: tightening(sales),
      key: tightening(key),
      territory: tightening(territory),
      strategic: tightening(strategic),
    },
    contactMade: settings.contactMade,
    escalates: settings.escalation.enabled,
    fallbackOwnerId: settings.escalation.fallbackOwnerId,
    taskQueueId: settings.taskQueueId,
  };
}
