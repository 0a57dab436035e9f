import {
  describePeriod,
  majorOf,
  parsePeriod,
  Problem,
  type Language,
  type MetricUnit,
  type PlainDate,
} from "@keyline/domain";

/** Dates are Gregorian in both languages, as HubSpot's are. */
const locales = { en: "en-GB", ar: "ar-u-ca-gregory-nu-arab" } as const;

export interface PaperFormat {
  /** "19 January 2026". */
  day(date: PlainDate | null): string | null;
  /** In a narrow column: "19 Jan 2026". */
  shortDay(date: PlainDate | null): string | null;
  /** "Q4 2026"; a period that a person has written otherwise than Keyline does stands as it is. */
  period(key: string | null): string | null;
  /** Whole minor units: "SAR 1,240,000". */
  money(minor: number | null): string | null;
  number(value: number | null): string | null;
  percent(value: number | null): string | null;
  value(value: number | null, unit: MetricUnit): string | null;
  /** Texts one after the other: "Noura (lead), Tom". */
  list(parts: readonly string[]): string | null;
}

export function paperFormat(language: Language, currency: string): PaperFormat {
  const locale = locales[language];
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const shortDays = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const currencyDisplay = language === "ar" ? "symbol" : "code";
  const amounts = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay,
    maximumFractionDigits: 0,
    minimumFractionDigits: 0,
  });
  const format: PaperFormat = {
    day: (date) => date && days.format(new Date(`${date}T00:00:00Z`)),
    shortDay: (date) => date && shortDays.format(new Date(`${date}T00:00:00Z`)),
    period: (key) => key && describedPeriod(key, language),
    money: (minor) => (minor === null ? null : amounts.format(majorOf(minor, currency))),
    number: (value) => (value === null ? null : numbers.format(value)),
    percent: (value) => (value === null ? null : percents.format(value / 100)),
    value(value, unit) {
      if (unit === "money") return format.money(value);
      return unit === "percent" ? format.percent(value) : format.number(value);
    },
    list: (parts) => (parts.length === 0 ? null : new Intl.ListFormat(locale, { type: "unit" }).format(parts)),
  };
  return format;
}

/** The name of a period does not depend on where the fiscal year starts. */
function describedPeriod(key: string, language: Language): string {
  try {
    return describePeriod(parsePeriod(key), language);
  } catch (problem) {
    if (problem instanceof Problem) return key;
    throw problem;
  }
}
