import { reviewRhythms, rhythmNames, type Language, type ReviewRhythm, type RhythmName } from "@keyline/domain";

/** "every quarter", to stand within a sentence. */
export function rhythmWords(rhythm: ReviewRhythm | RhythmName, language: Language): string {
  const label = reviewRhythms.has(rhythm) ? reviewRhythms.label(rhythm, language) : rhythmNames.label(rhythm, language);
  return label.charAt(0).toLocaleLowerCase(language) + label.slice(1);
}
