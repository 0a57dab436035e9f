import type { PlainDate } from "@keyline/domain";
import { decide } from "../../src/check-ins/decide.ts";
import type { Situation, TaskStanding } from "../../src/check-ins/facts.ts";
import { accountOf, checkInOf, portalOf } from "./portal-of-test.ts";

/** A Tuesday. The account meets on first Sundays; its next check-in is on 6 December. */
export const today: PlainDate = "2026-11-24";
export const key = "500:2026-12-06";
export const managed = accountOf({ am_check_in_slots: "open=2026-12-06" });
export const next = checkInOf("2026-12-06", { remind_on: "2026-12-01" });
export const reminded = { ...next.values, reminder_state: "open" as const, reminder_task_id: "77" };
export const open: TaskStanding = { id: "77", isCompleted: false, completedOn: null };
export const done = (on: PlainDate): TaskStanding => ({ id: "77", isCompleted: true, completedOn: on });

/** The situation once the writes of a decision are done. */
export function settled(situation: Situation, on = today): Situation {
  const decision = decide(situation, portalOf(on));
  const taskIds = new Map(decision.tasks.map((task, index) => [`${task.checkInKey} ${task.kind}`, `${index + 70}`]));
  const written = decision.checkIns.map((write, index) => {
    const before = situation.checkIns.find(({ id }) => id === write.id);
    const values = { ...next.values, ...before?.values, ...write.properties };
    const made = taskIds.get(`${write.key} reminder`);
    if (made && !values.reminder_task_id) values.reminder_task_id = made;
    return { id: write.id ?? String(800 + index), values };
  });
  const kept = situation.checkIns.filter(({ id }) => !written.some((one) => one.id === id));
  const properties = { ...situation.account.properties, ...decision.company?.properties };
  const checkIns = [...kept, ...written];
  const tasks = new Map(
    checkIns
      .flatMap(({ values }) => (values.reminder_task_id ? [values.reminder_task_id] : []))
      .map((id) => [id, { ...open, id }]),
  );
  return { ...situation, account: { ...situation.account, properties }, checkIns, tasks };
}
