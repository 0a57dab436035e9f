import { plural, type PluralForms } from "../plural.ts";
import type { Language } from "../words.ts";
import type { Pattern } from "./rhythm.ts";

const forms: Record<Language, Record<Pattern["unit"], PluralForms>> = {
  en: {
    days: { one: "Every day", other: "Every $ days" },
    weeks: { one: "Every week", other: "Every $ weeks" },
    months: { one: "Every month", other: "Every $ months" },
  },
  ar: {
    days: { one: "كل يوم", two: "كل يومين", few: "كل $ أيام", many: "كل $ يومًا", other: "كل $ يوم" },
    weeks: { one: "كل أسبوع", two: "كل أسبوعين", few: "كل $ أسابيع", many: "كل $ أسبوعًا", other: "كل $ أسبوع" },
    months: { one: "كل شهر", two: "كل شهرين", few: "كل $ أشهر", many: "كل $ شهرًا", other: "كل $ شهر" },
  },
};

/** “Every 10 days”, “كل ١٠ أيام”. */
export function everyIn({ unit, every }: Pattern, language: Language): string {
  return plural(language, every, forms[language][unit]);
}
