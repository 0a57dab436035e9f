import { checkIn, company, task } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { associate, refuse, type Refused } from "./refused.ts";
import type { MakeTask } from "./writes.ts";

/**
 * Makes tasks, or finds them by their key, with their associations. Answers the id of every task that stands, by key.
 * `checkInIds`: the record of each check-in by its key; a task whose check-in was refused is left for later.
 */
export async function makeTasks(
  hubspot: HubSpot,
  made: readonly MakeTask[],
  checkInIds: ReadonlyMap<string, string>,
  refused: Refused[],
): Promise<Map<string, string>> {
  const possible = made.filter(({ checkInKey }) => checkInIds.has(checkInKey));
  const byKey = new Map(possible.map((write) => [write.taskKey, write]));
  const inputs = possible.map(({ taskKey: key, properties: extra }) => ({ key, properties: {}, extra }));
  const written = await hubspot.records(task).upsert(inputs, { by: "keyline_task_key" });
  refuse(refused, written, (key) => ({ companyId: byKey.get(key)?.companyId ?? "", what: "task" }));
  const stands = written.written.flatMap(({ key, id }) => {
    const write = byKey.get(key);
    return write ? [{ key, id, write }] : [];
  });
  const failed = new Set(await associateTasks(hubspot, stands, checkInIds, refused));
  return new Map(stands.filter(({ id }) => !failed.has(id)).map(({ key, id }) => [key, id]));
}

/** Associates tasks with company, check-in and contacts; answers the ids of those that lack one of the first two. */
async function associateTasks(
  hubspot: HubSpot,
  stands: readonly { id: string; write: MakeTask }[],
  checkInIds: ReadonlyMap<string, string>,
  refused: Refused[],
): Promise<string[]> {
  const companies = stands.map(({ id, write }) => ({ from: id, to: write.companyId }));
  const checkIns = stands.map(({ id, write }) => ({ from: id, to: checkInIds.get(write.checkInKey) ?? "" }));
  const contacts = stands.flatMap(({ id, write }) => write.contactIds.map((to) => ({ from: id, to })));
  const failed = await Promise.all([
    associate(hubspot, task, company, companies, refused),
    associate(hubspot, task, checkIn, checkIns, refused),
    // A contact that is gone by now is no reason to make the task again.
    associate(hubspot, task, "contacts", contacts, []).then(() => []),
  ]);
  return failed.flat();
}
