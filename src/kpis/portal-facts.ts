import { calendarOf, dateIn, timeZoneOf, type PlainDate, type Settings, type WorkingCalendar } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";

/** What everything about numbers is given: one portal, its settings, and where time comes from. */
export interface NumbersParts {
  readonly hubspot: HubSpot;
  readonly settings: Settings;
  readonly now: () => Date;
}

/** What is the same for every account of a portal, at one moment. */
export interface PortalFacts {
  readonly settings: Settings;
  /** ISO 4217: the currency that all money is summed in. */
  readonly currency: string;
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly graceDays: number;
  readonly now: Date;
  readonly today: PlainDate;
  /** Whom HubSpot takes as an owner today. */
  readonly ownerIds: ReadonlySet<string>;
}

export async function readPortalFacts({ hubspot, settings, now }: NumbersParts): Promise<PortalFacts> {
  const [account, owners] = await Promise.all([hubspot.account(), hubspot.owners()]);
  const timeZone = timeZoneOf(settings, account.timeZone);
  const at = now();
  return {
    settings,
    currency: account.currency,
    timeZone,
    calendar: calendarOf(settings, account.timeZone),
    graceDays: settings.graceDays,
    now: at,
    today: dateIn(timeZone, at),
    ownerIds: new Set(owners.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id)),
  };
}
