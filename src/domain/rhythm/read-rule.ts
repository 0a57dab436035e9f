import { weekdays, type Weekday } from "../calendar/weekdays.ts";
import { rhythmProblem } from "./rhythm-problem.ts";
import type { DayOfMonth, Nth } from "./rhythm.ts";

/** What a rhythm rule says, before the rhythm it belongs to gives it sense. */
export interface Rule {
  every?: { unit: "days" | "weeks" | "months"; every: number };
  on?: DayOfMonth;
  weekday?: Weekday;
  months: readonly number[];
}

const ordinals: Record<string, Nth> = { first: 1, second: 2, third: 3, fourth: 4, last: "last" };
const longest = { days: 400, weeks: 60, months: 24 };

const ordinal = Object.keys(ordinals).join("|");
const weekday = weekdays.values.join("|");

interface Phrase {
  shape: RegExp;
  read: (match: readonly string[]) => Partial<Rule>;
}

const phrases: readonly Phrase[] = [
  { shape: /^every (\d+) (day|week|month)s?/, read: ([, count, unit]) => ({ every: readEvery(Number(count), unit!) }) },
  { shape: /^day (last|\d+)/, read: ([, day]) => ({ on: { day: readDay(day!) } }) },
  {
    shape: new RegExp(`^(${ordinal}) (${weekday})`),
    read: ([, nth, day]) => ({ on: { nth: ordinals[nth!]!, weekday: day as Weekday } }),
  },
  { shape: new RegExp(`^(${weekday})`), read: ([, day]) => ({ weekday: day as Weekday }) },
  { shape: /^months (\d+(?:,\d+)*)/, read: ([, list]) => ({ months: readMonths(list!.split(",").map(Number)) }) },
];

/**
 * Reads a rule such as `first sunday months 3,9`: phrases in any order and any case, with spaces or `;` between them.
 * @throws Problem `invalid-input` that quotes the part not understood
 */
export function readRule(text: string): Rule {
  const rule: Rule = { months: [] };
  const seen = new Set<string>();
  for (let rest = normalized(text); rest !== "";) {
    const { phrase, said } = readPhrase(rest);
    for (const key of Object.keys(said)) {
      if (seen.has(key)) throw rhythmProblem("said-twice", phrase);
      seen.add(key);
    }
    Object.assign(rule, said);
    rest = rest.slice(phrase.length).trimStart();
  }
  if (rule.on && rule.weekday) throw rhythmProblem("said-twice", rule.weekday);
  return rule;
}

function normalized(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\s*,\s*/g, ",")
    .replaceAll(/[\s;]+/g, " ")
    .trim();
}

function readPhrase(text: string): { phrase: string; said: Partial<Rule> } {
  for (const { shape, read } of phrases) {
    const match = shape.exec(text);
    if (match && /^( |$)/.test(text.slice(match[0].length))) return { phrase: match[0], said: read(match) };
  }
  throw rhythmProblem("unknown-rule", text);
}

function readEvery(every: number, unit: string): NonNullable<Rule["every"]> {
  const units = `${unit}s` as keyof typeof longest;
  if (every < 1 || every > longest[units]) throw rhythmProblem("every-out-of-range", `${longest[units]} ${units}`);
  return { unit: units, every };
}

function readDay(day: string): number | "last" {
  if (day === "last") return "last";
  const number = Number(day);
  if (number < 1 || number > 31) throw rhythmProblem("day-out-of-range", day);
  return number;
}

function readMonths(months: number[]): readonly number[] {
  const wrong = months.find((month) => month < 1 || month > 12);
  if (wrong !== undefined) throw rhythmProblem("month-out-of-range", String(wrong));
  return [...new Set(months)].sort((one, other) => one - other);
}
