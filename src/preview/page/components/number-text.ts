/** A number as it stands in a field: grouped, in the locale's digits. */
export const formatNumber = (value: number, locale: string, precision?: number) =>
  Number.isNaN(value) ? "" : new Intl.NumberFormat(locale, { maximumFractionDigits: precision ?? 6 }).format(value);

/** What a person typed, in Latin or Arabic digits, with or without grouping; null when it is no number. */
export function parseNumber(text: string): number | null {
  const latin = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("٫", ".")
    .replace(/[,٬\s\u061c\u200e\u200f]/g, "");
  return latin === "" || Number.isNaN(Number(latin)) ? null : Number(latin);
}
