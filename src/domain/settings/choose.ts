import { holidayCountryOf, shippedHolidays } from "../calendar/holidays/index.ts";
import { workingCalendar, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { AccountType, Tier } from "../vocabulary/accounts.ts";
import { unitOfMetric, type MetricName, type PeriodKind } from "../vocabulary/metrics.ts";
import type { Language } from "../words.ts";
import type { Settings } from "./settings.ts";

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

/**
 * What a type of account aims at in a period; null when it has no target. Money and counts are shared out over the months,
 * percentages and scores are the same for any length. Money in major units.
 */
export function targetOf(
  settings: Settings,
  type: AccountType | null,
  metric: MetricName,
  period: PeriodKind,
): number | null {
  const target = type === null ? undefined : settings.targets[type][metric];
  if (!target) return null;
  const unit = unitOfMetric[metric];
  const grows = (unit === "money" && metric !== "open_pipeline") || (unit === "count" && metric !== "open_tickets");
  return grows ? (target.value * monthsOf[period]) / monthsOf[target.per] : target.value;
}
