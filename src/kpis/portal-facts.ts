import {
  calendarOf,
  dateIn,
  periodOf,
  timeZoneOf,
  type PlainDate,
  type Settings,
  type WorkingCalendar,
} from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Span } from "./facts/facts.ts";
import { monthsOfRevenue } from "./roll-up/revenue-by-month.ts";
import { lastMonths, lastTwelveMonths, spanOf, type MonthSpan } from "./span.ts";

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
  /** The running fiscal year, the last twelve months, and the months of two years: zones are slow to reckon with. */
  readonly spans: { readonly year: Span; readonly twelve: Span; readonly months: readonly MonthSpan[] };
  /** Whom HubSpot takes as an owner today. */
  readonly ownerIds: ReadonlySet<string>;
}

export async function readPortalFacts({ hubspot, settings, now }: NumbersParts): Promise<PortalFacts> {
  const [account, owners] = await Promise.all([hubspot.account(), hubspot.owners()]);
  const timeZone = timeZoneOf(settings, account.timeZone);
  const at = now();
  const today = dateIn(timeZone, at);
  const year = periodOf("year", today, settings.fiscalYearStartMonth);
  return {
    settings,
    currency: account.currency,
    timeZone,
    calendar: calendarOf(settings, account.timeZone),
    graceDays: settings.graceDays,
    now: at,
    today,
    spans: {
      year: spanOf(year, timeZone, at),
      twelve: lastTwelveMonths({ today, timeZone }),
      months: lastMonths(monthsOfRevenue, today, timeZone),
    },
    ownerIds: new Set(owners.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id)),
  };
}
