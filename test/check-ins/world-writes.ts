import type { CheckIn } from "@keyline/domain";
import type {
  CheckInWrite,
  CompanyWrite,
  Decision,
  MakeNotice,
  NoticeWrite,
  TaskWrite,
} from "../../src/check-ins/writes.ts";
import type { World } from "./world.ts";

/** The writes of a decision in the planner's order, each to be done or, after a crash, not. */
export function writesOf(world: World, decision: Decision): (() => void)[] {
  const makesTask = new Set(decision.tasks.flatMap((task) => (task.do === "make" ? [task.checkInKey] : [])));
  const made = new Map<string, string>();
  const { company } = decision;
  return [
    ...decision.checkIns
      .filter(({ id }) => id === null)
      .map((write) => () => createCheckIn(world, write, makesTask.has(write.key))),
    ...decision.tasks.map((task) => () => writeTask(world, task, made)),
    ...decision.checkIns.map((write) => () => changeCheckIn(world, write, made)),
    ...decision.notices.flatMap((notice) => writeNotice(world, notice)),
    ...(company ? [() => writeCompany(world, company)] : []),
  ];
}

/** By key: two that do the same make one. What is known of a task is said once it is there. */
function createCheckIn(world: World, { key, properties }: CheckInWrite, makesTask: boolean): void {
  const values = { ...(properties as CheckIn) };
  if (makesTask) Object.assign(values, { reminder_state: null, reminder_fingerprint: null, escalation_state: null });
  const standing = world.checkIns.get(key);
  world.checkIns.set(key, { id: standing?.id ?? world.nextId(), values: { ...standing?.values, ...values } });
}

function writeTask(world: World, task: TaskWrite, made: Map<string, string>): void {
  if (task.do === "make") {
    made.set(`${task.checkInKey} ${task.kind}`, upsertTask(world, task));
    return;
  }
  const standing = world.tasks.get(task.taskId);
  if (!standing || standing.isGone) return;
  if (task.do === "archive") standing.isGone = true;
  if (task.do === "complete") standing.isOpen = false;
  standing.ownerId = task.properties["hubspot_owner_id"] ?? standing.ownerId;
  standing.at = task.properties["hs_timestamp"] ?? standing.at;
}

/** What stands under the key is brought up to date, its status left alone; what is in the bin holds no key. */
function upsertTask(world: World, { taskKey, properties }: Pick<MakeNotice, "taskKey" | "properties">): string {
  const standing = [...world.tasks.values()].find(({ key, isGone }) => key === taskKey && !isGone);
  const id = standing?.id ?? world.nextId();
  const [ownerId = "", at = ""] = [properties["hubspot_owner_id"], properties["hs_timestamp"]];
  const fresh = { isOpen: true, isGone: false, closedOn: null };
  world.tasks.set(id, { ...fresh, ...standing, id, key: taskKey, ownerId, at });
  return id;
}

function changeCheckIn(world: World, { key, properties }: CheckInWrite, made: ReadonlyMap<string, string>): void {
  const standing = world.checkIns.get(key);
  if (!standing) return;
  const values = { ...standing.values, ...properties };
  for (const kind of ["reminder", "escalation"] as const) {
    const id = made.get(`${key} ${kind}`);
    if (id) values[`${kind}_task_id`] = id;
  }
  world.checkIns.set(key, { ...standing, values });
}

function writeNotice(world: World, notice: NoticeWrite): (() => void)[] {
  if (notice.do === "complete") {
    return [() => void Object.assign(world.tasks.get(notice.taskId) ?? {}, { isOpen: false })];
  }
  const planned = { id: notice.companyId, properties: { am_notice_escalation: notice.planned } };
  return [() => writeCompany(world, planned), () => void upsertTask(world, notice)];
}

function writeCompany({ accounts }: World, { id, properties }: CompanyWrite): void {
  const account = accounts.get(id);
  if (account) accounts.set(id, { ...account, properties: { ...account.properties, ...properties } });
}
