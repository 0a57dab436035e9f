import { addWorkingDays, checkIn, type KpiShare } from "@keyline/domain";
import { keptPromises } from "../../facts/kept-promises.ts";
import type { ReadCounted } from "./counted.ts";

const properties = ["check_in_name", "state", "due_date", "planned_date", "held_on", "recommendations"] as const;

/** Check-ins count by whether they were held in time, or by the recommendations that were given at them. */
export const readCountedCheckIns: ReadCounted = async (hubspot, ids, { metric, graceDays, calendar }) => {
  const records = await hubspot.records(checkIn).read(ids, { properties });
  return records.map(({ id, properties: one }) => {
    const due = one.due_date ?? one.planned_date;
    const keptUntil = due && addWorkingDays(due, graceDays, calendar);
    const given = keptPromises(one.recommendations);
    const share: KpiShare =
      metric === "recommendations_adopted"
        ? { kind: "promises", done: given.filter(({ state }) => state === "done").length, given: given.length }
        : { kind: "check-in", says: timeliness(one.state, one.held_on, keptUntil) };
    return { id, name: one.check_in_name ?? id, on: one.held_on ?? due, share, note: null };
  });
};

function timeliness(state: string | null, heldOn: string | null, keptUntil: string | null) {
  if (state === "skipped") return "skipped";
  if (heldOn !== null) return keptUntil !== null && heldOn <= keptUntil ? "kept" : "late";
  return state === "overdue" ? "missed" : "waiting";
}
