import type { Language } from "../words.ts";
import type { Period } from "./period.ts";

/** “November 2026”, “Q4 2026”, “2026”; in Arabic “نوفمبر ٢٠٢٦”, “الربع الرابع ٢٠٢٦”. */
export function describePeriod(period: Period, language: Language): string {
  const locale = language === "ar" ? "ar-u-ca-gregory-nu-arab" : "en";
  if (period.kind === "month") {
    const format = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
    return format.format(new Date(`${period.startsOn}T00:00:00Z`));
  }
  const year = new Intl.NumberFormat(locale, { useGrouping: false }).format(Number(period.key.slice(0, 4)));
  if (period.kind === "year") return year;
  const quarter = Number(period.key.slice(-1));
  return language === "ar" ? `الربع ${arabicQuarters[quarter - 1]} ${year}` : `Q${quarter} ${year}`;
}

const arabicQuarters = ["الأول", "الثاني", "الثالث", "الرابع"];
