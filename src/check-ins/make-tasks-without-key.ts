import { checkIn, company, type Fields } from "@keyline/domain";
import type { HubSpot, NewAssociation, Written } from "../hubspot/index.ts";
import { refuse, type Refused } from "./refused.ts";
import type { MakeTask } from "./writes.ts";
import { paragraph } from "./words.ts";

/**
 * The same as `makeTasks` in a portal whose tasks cannot have a unique property. A task says its key in its body and is
 * found by its check-in; it is created together with its associations, so that there is none that cannot be found. Two
 * passes at once may both find nothing and both create: each then looks again and keeps the oldest, so that one is left.
 */
export async function makeTasksWithoutKey(
  hubspot: HubSpot,
  made: readonly MakeTask[],
  checkInIds: ReadonlyMap<string, string>,
  refused: Refused[],
): Promise<Map<string, string>> {
  const possible = made.filter(({ checkInKey }) => checkInIds.has(checkInKey));
  const checkIns = possible.map(({ checkInKey }) => checkInIds.get(checkInKey) ?? "");
  const before = await findTasks(hubspot, checkIns);
  const missing = possible.filter(({ taskKey }) => !before.has(taskKey));
  await changeStanding(hubspot, possible, before, refused);
  const created = await create(hubspot, missing, checkInIds);
  refuse(refused, created, (key) => ({ companyId: missing[Number(key)]?.companyId ?? "", what: "task" }));
  if (created.written.length === 0) return oldestOf(before);
  const after = await findTasks(hubspot, checkIns);
  await hubspot.records("tasks").archive([...after.values()].flatMap((ids) => ids.slice(1)));
  return oldestOf(after);
}

/** Ids of the tasks of check-ins by the key that their body names, the oldest first. */
async function findTasks(hubspot: HubSpot, checkInIds: readonly string[]): Promise<Map<string, string[]>> {
  const associated = await hubspot.associations.read(checkIn, "tasks", checkInIds);
  const ids = [...associated.values()].flat().map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = new Map<string, string[]>();
  for (const { id, raw } of await hubspot.records("tasks").read(ids, { extra: ["hs_task_body"] })) {
    const key = keyIn(raw["hs_task_body"] ?? "");
    if (key) found.set(key, [...(found.get(key) ?? []), id].sort(byAge));
  }
  return found;
}

async function changeStanding(
  hubspot: HubSpot,
  possible: readonly MakeTask[],
  before: ReadonlyMap<string, string[]>,
  refused: Refused[],
): Promise<void> {
  const standing = possible.flatMap((write) => {
    const [id] = before.get(write.taskKey) ?? [];
    return id ? [{ id, properties: {}, extra: withKey(write) }] : [];
  });
  if (standing.length === 0) return;
  refuse(refused, await hubspot.records("tasks").update(standing), () => ({ companyId: "", what: "task" }));
}

async function create(
  hubspot: HubSpot,
  missing: readonly MakeTask[],
  checkInIds: ReadonlyMap<string, string>,
): Promise<Pick<Written<Fields>, "written" | "refused">> {
  if (missing.length === 0) return { written: [], refused: [] };
  const [toCompany, toCheckIn] = await Promise.all([
    hubspot.associations.type("tasks", company),
    hubspot.associations.type("tasks", checkIn),
  ]);
  const inputs = missing.map((write) => {
    const associations: NewAssociation[] = [
      { to: write.companyId, typeId: toCompany.typeId, category: toCompany.category },
      { to: checkInIds.get(write.checkInKey) ?? "", typeId: toCheckIn.typeId, category: toCheckIn.category },
    ];
    return { properties: {}, extra: withKey(write), associations };
  });
  return hubspot.records("tasks").create(inputs);
}

const sign = "Keyline ";

function withKey({ properties, taskKey }: MakeTask): Record<string, string> {
  return { ...properties, hs_task_body: `${properties["hs_task_body"] ?? ""}${paragraph(sign + taskKey)}` };
}

function keyIn(body: string): string | undefined {
  return new RegExp(`${sign}(\\d+:\\d+:[\\d-]+:[a-z]+)`).exec(body)?.[1];
}

function oldestOf(found: ReadonlyMap<string, string[]>): Map<string, string> {
  return new Map([...found].flatMap(([key, [oldest]]) => (oldest ? [[key, oldest]] : [])));
}

/** HubSpot's ids grow. */
function byAge(one: string, other: string): number {
  return Number(one) - Number(other);
}
