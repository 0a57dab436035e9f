import type { CheckInsWritten, DateTaken, RescheduleCheckIn, SkipCheckIn } from "@keyline/domain";
import { readPortalFacts } from "../portal-facts.ts";
import { wrongField, type Desk } from "../../desk/index.ts";
import { dayOffAnswer } from "./plan-one.ts";
import { saved } from "./saved.ts";
import { change, changedMeanwhile, mustBe, readOne } from "./touch-check-in.ts";

/** Another date. The slot stays, and so does the series; a reminder that was deleted comes back with the new date. */
export async function reschedule(desk: Desk, asked: RescheduleCheckIn): Promise<DateTaken> {
  const { companyId, checkInKey, expected, to } = asked;
  const [portal, found] = await Promise.all([readPortalFacts(desk), readOne(desk, companyId, checkInKey)]);
  const isDone = found.values.state === "planned" && found.values.planned_date === to && found.values.due_date === to;
  if (isDone) return saved(desk, companyId, [{ id: found.id, key: checkInKey }]);
  mustBe(found, expected);
  if (found.values.state !== "planned" && found.values.state !== "overdue") throw changedMeanwhile(found.values);
  if (to < portal.today) throw wrongField("to", "in-the-past", desk.caller.language);
  const dayOff = dayOffAnswer(desk, portal, to);
  if (dayOff) return dayOff;
  const again = found.values.reminder_state === "deleted" ? { reminder_state: null, reminder_task_id: null } : {};
  const moved = await change(desk, found, { state: "planned", planned_date: to, due_date: to, ...again });
  return saved(desk, companyId, [moved]);
}

/** Not this time, and why. The next one is planned from the rhythm. */
export async function skip(
  desk: Desk,
  { companyId, checkInKey, expected, reason }: SkipCheckIn,
): Promise<CheckInsWritten> {
  const found = await readOne(desk, companyId, checkInKey);
  const isDone = found.values.state === "skipped" && found.values.skip_reason === reason;
  if (isDone) return saved(desk, companyId, [{ id: found.id, key: checkInKey }]);
  mustBe(found, expected);
  if (found.values.state === "held") throw changedMeanwhile(found.values);
  return saved(desk, companyId, [await change(desk, found, { state: "skipped", skip_reason: reason })]);
}
