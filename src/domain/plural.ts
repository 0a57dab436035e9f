import type { Language } from "./words.ts";

/** `$` stands for the number; Arabic counts zero, one, two, a few and many each with a form of its own. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The form that a language counts `count` with, the number put in: “3 overdue”, “٣ متأخرة”. */
export function plural(language: Language, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace("$", formatNumber(language, count));
}

/** A number in a language's digits, grouped, with at most one digit after the point. */
export function formatNumber(language: Language, value: number): string {
  const locale = language === "ar" ? "ar-u-nu-arab" : "en";
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}
