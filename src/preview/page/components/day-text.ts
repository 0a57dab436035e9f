import type { BaseDate, DateInputEventsPayload, DateInputProps } from "@hubspot/ui-extensions";

const two = (value: number) => String(value).padStart(2, "0");

export const isoOf = ({ year, month, date }: BaseDate) => `${year}-${two(month + 1)}-${two(date)}`;

export const payloadOf = (day: BaseDate): DateInputEventsPayload => ({ ...day, formattedDate: isoOf(day) });

/** The day that it is at a place. */
export function dayOf(moment: Date, timeZone: string): BaseDate {
  const [year = 0, month = 1, date = 1] = new Intl.DateTimeFormat("en-CA", { timeZone })
    .format(moment)
    .split("-")
    .map(Number);
  return { year, month: month - 1, date };
}

/** A day as a field shows it; always the Gregorian calendar, as HubSpot's. */
export function formatDay(day: BaseDate, locale: string, format: DateInputProps["format"] = "medium"): string {
  if (format === "YYYY-MM-DD") return isoOf(day);
  const month =
    format === "long" || format === "LL" ? "long" : format === "short" || format === "L" ? "numeric" : "short";
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month,
    year: "numeric",
    timeZone: "UTC",
    calendar: "gregory",
  }).format(Date.UTC(day.year, day.month, day.date));
}

/** "2026-11-29", or whatever the browser reads as a date; null when it is neither. */
export function parseDay(text: string): BaseDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const parsed = iso ? Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) : Date.parse(`${text.trim()} UTC`);
  if (Number.isNaN(parsed)) return null;
  const moment = new Date(parsed);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth(), date: moment.getUTCDate() };
}

/** The same day some days later or earlier. */
export function addDays(day: BaseDate, days: number): BaseDate {
  const moment = new Date(Date.UTC(day.year, day.month, day.date + days));
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth(), date: moment.getUTCDate() };
}
