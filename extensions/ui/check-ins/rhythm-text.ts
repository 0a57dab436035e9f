import { describeRhythm, parseRhythm, Problem, type Language, type RhythmName, type PlainDate } from "@keyline/domain";

interface RhythmParts {
  name: RhythmName;
  rule: string | null;
  startsOn: PlainDate;
}

/** A rhythm as the domain reads it; null for a rule that nobody can read, such as one half typed. */
export function readRhythm({ name, rule, startsOn }: RhythmParts) {
  try {
    return parseRhythm({ name, rule, anchor: startsOn });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** "Every month, first Sunday". A rule that does not read is shown as it stands. */
export function rhythmText(parts: RhythmParts, language: Language): string {
  const rhythm = readRhythm(parts);
  return rhythm ? describeRhythm(rhythm, language) : (parts.rule ?? parts.name);
}
