import {
  chosenRhythm,
  foundCheckIn,
  checkInOutcomes,
  checkInStates,
  type ChosenRhythm,
  type FoundCheckIn,
  type Language,
  type Problem,
} from "@keyline/domain";
import type { DateFormat } from "../format/index.ts";
import type { Say } from "../strings/index.ts";

/** What stands there now, from a conflict over a check-in. */
export function foundOf(problem: Problem | null): FoundCheckIn | null {
  if (problem?.code !== "conflict") return null;
  const read = foundCheckIn.safeParse(problem.found);
  return read.success ? read.data : null;
}

/** What stands there now, from a conflict over a rhythm. */
export function foundRhythm(problem: Problem | null): ChosenRhythm | null {
  if (problem?.code !== "conflict") return null;
  const read = chosenRhythm.safeParse(problem.found);
  return read.success ? read.data : null;
}

/** "held Tue 24 Nov, went well"; "overdue, due Sun 22 Nov". */
export function foundText(found: FoundCheckIn, say: Say, dates: DateFormat, language: Language): string {
  if (found.heldOn && found.outcome) {
    const outcome = checkInOutcomes.label(found.outcome, language);
    return say("heldValue", { date: dates.day(found.heldOn), outcome });
  }
  return say("dueValue", { state: checkInStates.label(found.state, language), date: dates.day(found.due) });
}
