import type { PropertyDefinition } from "./crm.ts";

/** Where and for whom values are shown. */
export interface Locale {
  /** BCP 47, such as "ar-SA". */
  locale: string;
  timeZone: string;
  currency: string;
}

export interface FormattingOptions {
  date?: { format?: string; relative?: boolean };
  dateTime?: { format?: string; relative?: boolean };
  currency?: { addSymbol?: boolean };
}

interface Settings {
  locale: Locale;
  options: FormattingOptions;
  now: Date;
}

type Row = Record<string, string | null>;

/** Property values as HubSpot shows them: options by label, dates and numbers in the viewer's locale. */
export function formatProperties(
  row: Row,
  chosen: "all" | string[],
  definitions: PropertyDefinition[],
  settings: Settings,
): Row {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const definition = byName.get(name);
      const isChosen = chosen === "all" || chosen.includes(name);
      return [name, value && definition && isChosen ? formatProperty(value, definition, settings) : value];
    }),
  );
}

function formatProperty(value: string, definition: PropertyDefinition, settings: Settings): string {
  const { locale, options, now } = settings;
  switch (definition.type) {
    case "enumeration":
    case "bool":
      return value
        .split(";")
        .map((one) => definition.options?.find((option) => option.value === one)?.label ?? one)
        .join("; ");
    case "date":
      return formatMoment(new Date(value), { ...options.date, timeZone: "UTC" }, locale, now, false);
    case "datetime":
      return formatMoment(toDate(value), { ...options.dateTime, timeZone: locale.timeZone }, locale, now, true);
    case "number":
      return formatNumber(Number(value), definition, settings);
    default:
      return value;
  }
}

function formatNumber(value: number, definition: PropertyDefinition, { locale, options }: Settings): string {
  if (Number.isNaN(value)) return "";
  const isMoney = definition.showCurrencySymbol === true || /amount|revenue|value/.test(definition.name);
  const withSymbol = isMoney && options.currency?.addSymbol !== false;
  return new Intl.NumberFormat(
    locale.locale,
    withSymbol ? { style: "currency", currency: locale.currency, maximumFractionDigits: 2 } : {},
  ).format(value);
}

function formatMoment(
  moment: Date,
  options: { format?: string; relative?: boolean; timeZone: string },
  { locale }: Locale,
  now: Date,
  hasTime: boolean,
): string {
  if (Number.isNaN(moment.getTime())) return "";
  if (options.relative) {
    const days = Math.round((moment.getTime() - now.getTime()) / 86_400_000);
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  }
  if (options.format === "YYYY-MM-DD") return moment.toISOString().slice(0, 10);
  const dateStyle = options.format === "LL" || options.format === "long" ? "long" : "medium";
  return new Intl.DateTimeFormat(locale, {
    dateStyle,
    ...(hasTime && { timeStyle: "short" as const }),
    timeZone: options.timeZone,
  }).format(moment);
}

const toDate = (value: string) => new Date(/^\d+$/.test(value) ? Number(value) : value);
