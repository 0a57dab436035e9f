import { daysBetween, type PlainDate } from "@keyline/domain";

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
