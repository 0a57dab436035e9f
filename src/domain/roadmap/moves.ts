import { addDays, type PlainDate } from "../calendar/plain-date.ts";
import type { ObjectiveStatus } from "../vocabulary/plans.ts";
import { isOpenObjective } from "./standing.ts";

/** What one click does to an objective. */
export const objectiveMoves = ["start", "hold", "done", "reopen", "slip", "drop"] as const;
export type ObjectiveMove = (typeof objectiveMoves)[number];

export const slipDays = 7;

export interface Movable {
  readonly status: ObjectiveStatus;
  readonly dueOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
}

/** The moves that make sense where an objective stands. One without a date cannot slip. */
export function movesOf({ status, dueOn }: Pick<Movable, "status" | "dueOn">): ObjectiveMove[] {
  if (!isOpenObjective({ status })) return ["reopen"];
  return [
    ...(status === "in_progress" ? [] : (["start"] as const)),
    "done",
    ...(dueOn === null ? [] : (["slip"] as const)),
    ...(status === "on_hold" ? [] : (["hold"] as const)),
    "drop",
  ];
}

/** Where a move leads. Reopened, an objective is under way again: somebody had begun it. */
export function moved(one: Movable, move: ObjectiveMove, today: PlainDate): Movable {
  if (move === "slip") return { ...one, dueOn: one.dueOn && weekLater(one.dueOn, today) };
  if (move === "done") return { ...one, status: "done", doneOn: one.doneOn ?? today };
  const status = ({ start: "in_progress", reopen: "in_progress", hold: "on_hold", drop: "dropped" } as const)[move];
  return { ...one, status, doneOn: null };
}

/** A week after its date; where that day has passed too, a week from today. */
function weekLater(due: PlainDate, today: PlainDate): PlainDate {
  const later = addDays(due, slipDays);
  return later < today ? addDays(today, slipDays) : later;
}
