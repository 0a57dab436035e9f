import type { Language, PlainDate, RhythmName, Weekday } from "@keyline/domain";
import { rhythmText } from "./rhythm-text.ts";

interface Option {
  label: string;
  value: string;
}

interface Asked {
  name: RhythmName;
  startsOn: PlainDate;
  workingDays: readonly Weekday[];
  /** The rule that stands, offered too when it is none of the usual ones. */
  current: string | null;
  language: Language;
}

const places = ["first", "second", "third", "fourth", "last"];
const daysOfMonth = ["day 1", "day 15", "day last"];

/** The days that people choose for a rhythm, each said in full: "Every month, first Sunday". */
export function rhythmOptions({ name, startsOn, workingDays, current, language }: Asked): Option[] {
  const usual = usualRules(name, workingDays);
  const rules = current && !usual.includes(current) ? [current, ...usual] : usual;
  return rules.map((rule) => ({ value: rule, label: rhythmText({ name, rule, startsOn }, language) }));
}

function usualRules(name: RhythmName, workingDays: readonly Weekday[]): string[] {
  if (name === "own") return [];
  if (name === "weekly" || name === "every_2_weeks") return [...workingDays];
  return [...places.flatMap((place) => workingDays.map((weekday) => `${place} ${weekday}`)), ...daysOfMonth];
}
