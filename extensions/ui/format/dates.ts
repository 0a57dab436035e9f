import { daysBetween, isPlainDate, type PlainDate } from "@keyline/domain";

export interface DateFormat {
  /** "Tue 24 Nov"; the year only when it is another than today's. */
  day(date: PlainDate): string;
  /** "in 3 days", "tomorrow", "5 days ago". */
  fromToday(date: PlainDate): string;
}

/** A date has no zone, so it is written in UTC; `today` is the date on the portal's clock. */
export function dateFormat(locale: string, today: PlainDate): DateFormat {
  const short = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  const withYear = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return {
    day: (date) => {
      const format = date.slice(0, 4) === today.slice(0, 4) ? short : withYear;
      return format.format(new Date(`${date}T00:00:00Z`)).replaceAll(/[,،]/g, "");
    },
    fromToday: (date) => relative.format(daysBetween(today, date), "day"),
  };
}

/** The time of a moment on the portal's clock: "10:42"; with its day when it was not today. */
export function clockTime(locale: string, on: { today: PlainDate; timeZone: string }, moment: string): string {
  const at = new Date(moment);
  const { timeZone } = on;
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
  const day = dayIn(timeZone, moment);
  return day !== null && day !== on.today ? `${dateFormat(locale, on.today).day(day)} ${time}` : time;
}

/** The day of a moment on a clock of that zone. */
export function dayIn(timeZone: string, moment: string): PlainDate | null {
  // Canadian English writes days as we do. Temporal would double the size of a card.
  const day = new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(moment));
  return isPlainDate(day) ? day : null;
}

/** "January" for 1, in the locale's words. */
export function monthName(month: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(2026, month - 1, 1)));
}
