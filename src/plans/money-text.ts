import { majorOf, type Language } from "@keyline/domain";

interface Around {
  readonly language: Language;
  /** As ISO 4217 writes it. */
  readonly currency: string;
}

/** An amount inside a stored sentence, in its minor units: "SAR 1.2M". A record keeps it, so its spaces are plain ones. */
export function moneyText(minor: number, { language, currency }: Around): string {
  const format = new Intl.NumberFormat(language === "ar" ? "ar-u-nu-arab" : "en", {
    style: "currency",
    currency,
    currencyDisplay: language === "ar" ? "symbol" : "code",
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  return format.format(majorOf(minor, currency)).replaceAll("\u00a0", " ");
}
