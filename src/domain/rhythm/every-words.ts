import type { Language } from "../words.ts";
import type { Pattern } from "./rhythm.ts";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** `$` is the number; Arabic counts one, two, a few (3 to 10) and many each with a form of its own. */
const forms: Record<Language, Record<Pattern["unit"], Forms>> = {
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
  const form = forms[language][unit];
  const words = form[new Intl.PluralRules(language).select(every)] ?? form.other;
  return words.replace("$", new Intl.NumberFormat(language === "ar" ? "ar-u-nu-arab" : "en").format(every));
}
