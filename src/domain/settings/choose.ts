import { holidayCountryOf, shippedHolidays } from "../calendar/holidays/index.ts";
import { workingCalendar, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { AccountType, Tier } from "../vocabulary/accounts.ts";
import { unitOfMetric, type MetricName, type PeriodKind } from "../vocabulary/metrics.ts";
import type { Language } from "../words.ts";
import type { Settings } from "./settings.ts";
import type { Targets } from "./target-settings.ts";

export function timeZoneOf(settings: Settings, portalTimeZone: string): string {
  return settings.timeZone ?? portalTimeZone;
}

/** The days that the portal works: its week less public holidays, less its own, plus those it works all the same. */
export function calendarOf(settings: Settings, portalTimeZone: string): WorkingCalendar {
  const { countries, own, worked } = settings.holidays;
  const byZone = holidayCountryOf(timeZoneOf(settings, portalTimeZone));
  const shipped = (countries ?? (byZone ? [byZone] : [])).flatMap((country) => shippedHolidays[country]);
  const off = shipped.filter(({ date }) => !worked.includes(date));
  return workingCalendar(settings.workingWeek, [...off, ...own]);
}

/** Working days between reminder and due date; an account without a tier counts as C. */
export function leadDaysOf(settings: Settings, tier: Tier | null): number {
  return settings.leadDays[tier ?? "c"];
}

/** The language for a person's tasks. */
export function taskLanguageOf(settings: Settings, ownerId: string | null): Language {
  return (ownerId === null ? undefined : settings.language.byOwner[ownerId]) ?? settings.language.tasks;
}

const monthsOf: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };

/** What an account aims at in a period, in major units where it is money; `isOwn` when the account has its own target. */
export interface TargetForPeriod {
  value: number;
  isOwn: boolean;
}

/**
 * The account's own target, else its type's; null when neither has one. Money and counts are shared out over the months;
 * percentages, scores and what is measured at the end of a period are the same for any length.
 */
export function targetOf(
  settings: Settings,
  account: { type: AccountType | null; own?: Targets | null },
  metric: MetricName,
  period: PeriodKind,
): TargetForPeriod | null {
  const own = account.own?.[metric];
  const target = own ?? (account.type === null ? undefined : settings.targets[account.type][metric]);
  if (!target) return null;
  const share = addsUp(metric) ? monthsOf[period] / monthsOf[target.per] : 1;
  return { value: target.value * share, isOwn: own !== undefined };
}

/** Whether the months of a period sum up to it: money and counts do, percentages and what stands at its end do not. */
export function addsUp(metric: MetricName): boolean {
  const isStanding = metric === "open_pipeline" || metric === "open_tickets";
  return !isStanding && (unitOfMetric[metric] === "money" || unitOfMetric[metric] === "count");
}
