import { languageOf, type Language } from "@keyline/domain";

/** A user's language, and the locale that numbers and dates follow. */
export interface Speech {
  language: Language;
  /** BCP 47, always with the Gregorian calendar: HubSpot's dates are Gregorian, and `ar-SA` alone would write Hijri ones. */
  locale: string;
}

/**
 * Reads what HubSpot says of the user: `locale` such as `en-us` or `ar-sa`, `language` such as `en`. A language of which we
 * have no words keeps its English words and its own numbers and dates out of them: mixing would read worse.
 */
export function speechOf(user: { locale?: string; language?: string }): Speech {
  const named = (user.locale ?? user.language ?? "en").replace("_", "-");
  const language = languageOf(named);
  const isOurs = named.toLowerCase().startsWith(language) && isKnown(named);
  const plain = isOurs && named.length > 2 ? named : { en: "en-GB", ar: "ar-SA" }[language];
  return { language, locale: new Intl.Locale(plain, { calendar: "gregory" }).toString() };
}

function isKnown(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
