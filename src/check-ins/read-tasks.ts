import { dateIn, task } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { NoticeTask, PortalFacts, TaskStanding } from "./facts.ts";

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

/** Tasks by their unique key, read for certain; null where none has it: never made, or deleted by hand. */
export async function readTasksByKey(
  hubspot: HubSpot,
  keys: readonly string[],
): Promise<Map<string, NoticeTask | null>> {
  const standing = new Map<string, NoticeTask | null>(keys.map((key) => [key, null]));
  if (keys.length === 0) return standing;
  const asked = {
    idProperty: "keyline_task_key",
    properties: ["keyline_task_key"],
    extra: ["hs_task_status"],
  } as const;
  for (const { id, raw, properties, isArchived } of await hubspot.records(task).read(keys, asked)) {
    const { keyline_task_key: key } = properties;
    if (key !== null && !isArchived) standing.set(key, { id, isCompleted: raw["hs_task_status"] === "COMPLETED" });
  }
  return standing;
}

/** HubSpot gives moments as ISO text, older answers as milliseconds. */
function momentOf(text: string): Date {
  return new Date(/^\d+$/.test(text) ? Number(text) : text);
}
