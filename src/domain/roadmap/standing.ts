import type { PlainDate } from "../calendar/plain-date.ts";
import type { Degree } from "../vocabulary/needs.ts";
import { openObjectiveStatuses, type ObjectiveKind, type ObjectiveStatus } from "../vocabulary/plans.ts";

/** What on the roadmap can be late, counted, put in order. */
export interface Due {
  readonly kind: ObjectiveKind;
  readonly status: ObjectiveStatus;
  readonly dueOn: PlainDate | null;
}

export function isOpenObjective({ status }: Pick<Due, "status">): boolean {
  return (openObjectiveStatuses as readonly string[]).includes(status);
}

/** The due day itself is not late yet. */
export function isLateObjective(one: Pick<Due, "status" | "dueOn">, today: PlainDate): boolean {
  return isOpenObjective(one) && one.dueOn !== null && one.dueOn < today;
}

/** What a plan says of its roadmap. Obstacles are no objectives: they have an answer, not a date. */
export function countObjectives(all: readonly Due[], today: PlainDate): { open: number; late: number } {
  const roadmap = all.filter(({ kind }) => kind !== "obstacle");
  return {
    open: roadmap.filter(isOpenObjective).length,
    late: roadmap.filter((one) => isLateObjective(one, today)).length,
  };
}

/** How much of the roadmap serves a need, open or done: what its `initiatives` says. */
export function countServing(all: readonly (Due & { needKey: string | null })[], needKey: string): number {
  return all.filter((one) => one.needKey === needKey && one.kind !== "obstacle" && one.status !== "dropped").length;
}

/** Late first, the oldest on top; then by date; then what has none; what is over last, the latest first. */
export function inRoadmapOrder<D extends Due & { doneOn: PlainDate | null }>(all: readonly D[], today: PlainDate): D[] {
  const rank = (one: D) => (!isOpenObjective(one) ? 3 : isLateObjective(one, today) ? 0 : one.dueOn !== null ? 1 : 2);
  const day = (one: D) => (isOpenObjective(one) ? (one.dueOn ?? "") : (one.doneOn ?? one.dueOn ?? ""));
  return all.toSorted((one, other) => {
    if (rank(one) !== rank(other)) return rank(one) - rank(other);
    if (day(one) === day(other)) return 0;
    return day(one) < day(other) === rank(one) < 3 ? -1 : 1;
  });
}

const weight: Record<Degree, number> = { high: 3, medium: 2, low: 1 };

interface Threat {
  readonly status: ObjectiveStatus;
  readonly likelihood: Degree | null;
  readonly impact: Degree | null;
  readonly answer: string | null;
}

/** How likely times how bad, 1 to 9; a degree that nobody judged counts as medium. */
export function threatOf({ likelihood, impact }: Pick<Threat, "likelihood" | "impact">): number {
  return weight[likelihood ?? "medium"] * weight[impact ?? "medium"];
}

/** The gravest first; of equals the one without an answer; those behind us last. */
export function byThreat<T extends Threat>(all: readonly T[]): T[] {
  const isOver = (one: T) => (isOpenObjective(one) ? 0 : 1);
  const isAnswered = (one: T) => (one.answer?.trim() ? 1 : 0);
  return all.toSorted(
    (one, other) =>
      isOver(one) - isOver(other) || threatOf(other) - threatOf(one) || isAnswered(one) - isAnswered(other),
  );
}
