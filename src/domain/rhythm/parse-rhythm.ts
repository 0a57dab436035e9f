import { weekdayOf } from "../calendar/weekdays.ts";
import { partsOf, type PlainDate } from "../calendar/plain-date.ts";
import type { RhythmName } from "../vocabulary/check-ins.ts";
import type { DayOfMonth, Pattern, Pause, Rhythm } from "./rhythm.ts";
import { readRule, type Rule } from "./read-rule.ts";
import { rhythmProblem } from "./rhythm-problem.ts";

/** The company properties that say the rhythm (`am_rhythm`, `am_rhythm_rule`, `am_rhythm_anchor`, `am_paused_…`). */
export interface RhythmText {
  name: RhythmName;
  rule?: string | null | undefined;
  anchor: PlainDate;
  pausedFrom?: PlainDate | null | undefined;
  pausedUntil?: PlainDate | null | undefined;
}

const steps: Record<Exclude<RhythmName, "own">, { unit: "weeks" | "months"; every: number }> = {
  weekly: { unit: "weeks", every: 1 },
  every_2_weeks: { unit: "weeks", every: 2 },
  monthly: { unit: "months", every: 1 },
  every_2_months: { unit: "months", every: 2 },
  quarterly: { unit: "months", every: 3 },
  twice_a_year: { unit: "months", every: 6 },
};

/**
 * Reads a rhythm. Without a rule its day comes from the anchor: the anchor's weekday, or its day of the month.
 * @throws Problem `invalid-input` on `am_rhythm_rule` or `am_paused_until`, which says what to write
 */
export function parseRhythm(text: RhythmText): Rhythm {
  const rule = readRule(text.rule ?? "");
  const pattern = patternOf(text, rule);
  return {
    name: text.name,
    pattern,
    anchor: text.anchor,
    months: seasonOf(pattern, rule),
    pause: pauseOf(text),
    tightening: null,
  };
}

function patternOf({ name, anchor }: RhythmText, rule: Rule): Pattern {
  const step = name === "own" ? rule.every : steps[name];
  if (!step) throw rhythmProblem("own-needs-every");
  if (name !== "own" && rule.every) throw rhythmProblem("every-needs-own");
  if (step.unit === "days") {
    if (rule.on || rule.weekday) throw rhythmProblem("days-take-no-day");
    return { unit: "days", every: step.every };
  }
  if (step.unit === "weeks") {
    if (rule.on) throw rhythmProblem("weeks-take-weekday");
    return { unit: "weeks", every: step.every, weekday: rule.weekday ?? weekdayOf(anchor) };
  }
  if (rule.weekday) throw rhythmProblem("months-take-which-weekday", rule.weekday);
  return { unit: "months", every: step.every, on: rule.on ?? dayOf(anchor) };
}

function dayOf(anchor: PlainDate): DayOfMonth {
  return { day: partsOf(anchor).day };
}

function seasonOf(pattern: Pattern, rule: Rule): readonly number[] {
  const isSpread = pattern.unit === "months" && pattern.every > 1;
  if (isSpread && rule.months.length * pattern.every > 12) {
    throw rhythmProblem("too-many-months", String(Math.floor(12 / pattern.every)));
  }
  return rule.months;
}

function pauseOf({ pausedFrom, pausedUntil }: RhythmText): Pause | null {
  if (!pausedFrom && !pausedUntil) return null;
  if (pausedFrom && pausedUntil && pausedUntil <= pausedFrom) throw rhythmProblem("pause-ends-before-it-starts");
  return { from: pausedFrom ?? null, until: pausedUntil ?? null };
}
