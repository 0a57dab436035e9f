/** The languages a person can read Keyline in; both are first-class. */
export const languages = ["en", "ar"] as const;
export type Language = (typeof languages)[number];

/** One text in every language. */
export type Words = Record<Language, string>;

/**
 * The language for a locale such as `ar-SA` or `en_GB`; English when it is none of ours.
 */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith("ar") ? "ar" : "en";
}
