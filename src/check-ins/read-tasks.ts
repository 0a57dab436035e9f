import { dateIn, task } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { PortalFacts, TaskStanding } from "./facts.ts";

/** What became of tasks; one that is gone, deleted by hand, is null. */
export async function readTasks(
  hubspot: HubSpot,
  ids: readonly string[],
  { timeZone }: PortalFacts,
): Promise<Map<string, TaskStanding | null>> {
  const standing = new Map<string, TaskStanding | null>(ids.map((id) => [id, null]));
  if (ids.length === 0) return standing;
  const extra = ["hs_task_status", "hs_task_completion_date"];
  for (const { id, raw, isArchived } of await hubspot.records(task).read(ids, { extra })) {
    if (isArchived) continue;
    const isCompleted = raw["hs_task_status"] === "COMPLETED";
    const completedAt = raw["hs_task_completion_date"];
    const completedOn = isCompleted && completedAt ? dateIn(timeZone, momentOf(completedAt)) : null;
    standing.set(id, { id, isCompleted, completedOn });
  }
  return standing;
}

/** HubSpot gives moments as ISO text, older answers as milliseconds. */
function momentOf(text: string): Date {
  return new Date(/^\d+$/.test(text) ? Number(text) : text);
}
