import { weekdays, type Weekday } from "../calendar/weekdays.ts";
import { rhythmNames } from "../vocabulary/check-ins.ts";
import type { Language } from "../words.ts";
import { everyIn } from "./every-words.ts";
import type { DayOfMonth, Rhythm } from "./rhythm.ts";

/** A rhythm in a person's words: “Every month, first Sunday”, “كل شهر، أول أحد”. Pauses are not said. */
export function describeRhythm(rhythm: Rhythm, language: Language): string {
  const { pattern, months } = rhythm;
  const day = pattern.unit === "days" ? "" : dayWords(rhythm, language);
  const namesMonths = months.length > 0 && pattern.unit === "months" && pattern.every > 1;
  if (namesMonths) return join([inMonths(months, language, true), day], language);
  const every = rhythm.name === "own" ? everyIn(pattern, language) : rhythmNames.label(rhythm.name, language);
  return join([every, day, months.length > 0 ? inMonths(months, language, false) : ""], language);
}

function dayWords({ pattern }: Rhythm, language: Language): string {
  if (pattern.unit === "days") return "";
  if (pattern.unit === "weeks")
    return language === "ar" ? `يوم ${weekdays.label(pattern.weekday, "ar")}` : weekdays.label(pattern.weekday, "en");
  return language === "ar" ? arabicDay(pattern.on) : englishDay(pattern.on);
}

function englishDay(on: DayOfMonth): string {
  if ("nth" in on)
    return `${{ 1: "first", 2: "second", 3: "third", 4: "fourth", last: "last" }[on.nth]} ${weekdays.label(on.weekday, "en")}`;
  return on.day === "last" ? "last day" : `on the ${on.day}${englishOrdinal(on.day)}`;
}

function englishOrdinal(day: number): string {
  const endings: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
  return endings[new Intl.PluralRules("en", { type: "ordinal" }).select(day)] ?? "th";
}

function arabicDay(on: DayOfMonth): string {
  if ("nth" in on)
    return `${{ 1: "أول", 2: "ثاني", 3: "ثالث", 4: "رابع", last: "آخر" }[on.nth]} ${bareArabic(on.weekday)}`;
  return on.day === "last" ? "آخر يوم" : `يوم ${new Intl.NumberFormat("ar-u-nu-arab").format(on.day)}`;
}

/** After an ordinal the weekday stands without its article: أول أحد. */
function bareArabic(weekday: Weekday): string {
  return weekdays.label(weekday, "ar").replace(/^ال/, "");
}

function inMonths(months: readonly number[], language: Language, starts: boolean): string {
  const month = new Intl.DateTimeFormat(language === "ar" ? "ar-u-ca-gregory" : "en", {
    month: "long",
    timeZone: "UTC",
  });
  const names = months.map((number) => month.format(Date.UTC(2026, number - 1, 1)));
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  if (language === "ar") return starts ? `كل ${list}` : `في ${list}`;
  return starts ? `Every ${list}` : `in ${list}`;
}

function join(parts: string[], language: Language): string {
  return parts.filter(Boolean).join(language === "ar" ? "، " : ", ");
}
