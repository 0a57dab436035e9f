import { dateIn, moved, timeZoneOf, type MoveObjective, type Movable, type PlanWritten } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import { recountServing } from "./serve-needs.ts";
import { changeObjective, objectiveChanged, readObjective } from "./touch-objective.ts";

/** One click: start, done, a week later, hold, drop, reopen. The same click again finds it done and leaves it. */
export async function moveObjective(desk: Desk, asked: MoveObjective): Promise<PlanWritten> {
  const { companyId, planKey, objectiveKey, move, expected } = asked;
  const { id, properties } = await readObjective(desk, companyId, objectiveKey);
  const today = dateIn(timeZoneOf(desk.settings, desk.timeZone), desk.now());
  const stands: Movable = {
    status: properties.objective_status ?? "planned",
    dueOn: properties.due_on,
    doneOn: properties.done_on,
  };
  const wanted = moved({ ...expected, doneOn: stands.doneOn }, move, today);
  if (!isSame(stands, wanted)) {
    if (!isSame(stands, expected)) throw objectiveChanged({ status: stands.status, dueOn: stands.dueOn });
    await changeObjective(desk, id, {
      objective_status: wanted.status,
      due_on: wanted.dueOn,
      done_on: wanted.doneOn,
    });
  }
  if (move !== "slip") await recountServing(desk, companyId, [properties.need_key]);
  return saved(desk, { companyId, planKey });
}

function isSame(one: Pick<Movable, "status" | "dueOn">, other: Pick<Movable, "status" | "dueOn">): boolean {
  return one.status === other.status && one.dueOn === other.dueOn;
}
