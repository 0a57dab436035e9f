import { checkIn, company, task, type CheckIn } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { makeTasks } from "./make-tasks.ts";
import { makeTasksWithoutKey } from "./make-tasks-without-key.ts";
import type { PlannerParts } from "./portal-facts.ts";
import { associate, refuse, type Refused } from "./refused.ts";
import { writeNotices } from "./write-notices.ts";
import type { CheckInWrite, CompanyWrite, Decision } from "./writes.ts";

/** What is known of a reminder only once its task is there. */
const ofTasks = [
  "reminder_task_id",
  "reminder_state",
  "reminder_fingerprint",
  "escalation_task_id",
  "escalation_state",
] as const satisfies readonly (keyof CheckIn)[];

/**
 * Carries out decisions in an order in which any write may be the last one before a crash: check-ins first, then tasks
 * and their associations, then the check-ins that say so, the companies last. Done again, each is the same write to the
 * same key. What depends on a refused write waits for the next pass.
 */
export async function writeDecisions(
  { hubspot, canUseTaskKey = true }: Pick<PlannerParts, "hubspot" | "canUseTaskKey">,
  decisions: readonly Decision[],
): Promise<Refused[]> {
  const refused: Refused[] = [];
  const made = decisions.flatMap(({ tasks }) => tasks.filter((write) => write.do === "make"));
  const makesTask = new Set(made.map(({ checkInKey }) => checkInKey));
  const ids = await planCheckIns(hubspot, decisions, makesTask, refused);
  const make = canUseTaskKey ? makeTasks : makeTasksWithoutKey;
  const taskIds = await make(hubspot, made, ids, refused);
  await changeTasks(hubspot, decisions, refused);
  await changeCheckIns(hubspot, decisions, { ids, taskIds, makesTask }, refused);
  const waits = await writeNotices(hubspot, decisions, refused);
  const failed = new Set(refused.filter(({ what }) => what === "check-in").map(({ companyId }) => companyId));
  const companies = decisions
    .flatMap(({ company: write }) => (write && !failed.has(write.id) ? [write] : []))
    .map((write) => (waits.has(write.id) ? withoutNotice(write) : write))
    .filter(({ properties }) => Object.keys(properties).length > 0);
  const written = await hubspot.records(company).update(companies);
  refuse(refused, written, (id) => ({ companyId: id, what: "company" }));
  return refused;
}

/** New check-ins, with their companies. Answers the record id of every check-in that these decisions speak of. */
async function planCheckIns(
  hubspot: HubSpot,
  decisions: readonly Decision[],
  makesTask: ReadonlySet<string>,
  refused: Refused[],
): Promise<Map<string, string>> {
  const planned = decisions.flatMap(({ checkIns }) => checkIns.filter(({ id }) => id === null));
  const ids = new Map(decisions.flatMap(({ known }) => known));
  if (planned.length === 0) return ids;
  const companyOf = new Map(planned.map(({ key, companyId }) => [key, companyId]));
  const inputs = planned.map(({ key, properties }) => ({
    key,
    properties: filled(makesTask.has(key) ? without(properties, ofTasks) : properties),
  }));
  const written = await hubspot.records(checkIn).upsert(inputs);
  refuse(refused, written, (key) => ({ companyId: companyOf.get(key) ?? "", what: "check-in" }));
  const pairs = written.written.map(({ key, id }) => ({ from: id, to: companyOf.get(key) ?? "" }));
  await associate(hubspot, checkIn, company, pairs, refused);
  for (const { key, id } of written.written) ids.set(key, id);
  return ids;
}

async function changeTasks(hubspot: HubSpot, decisions: readonly Decision[], refused: Refused[]): Promise<void> {
  const changes = decisions.flatMap(({ companyId, tasks }) =>
    tasks.flatMap((write) => (write.do === "make" ? [] : [{ ...write, companyId }])),
  );
  const companyOf = new Map(changes.map(({ taskId, companyId }) => [taskId, companyId]));
  const updates = changes.filter((write) => write.do !== "archive");
  const written = await hubspot
    .records(task)
    .update(updates.map(({ taskId: id, properties: extra }) => ({ id, properties: {}, extra })));
  // A task that is gone by now was deleted by somebody: the next pass reads it and takes that for an answer.
  const kept = { ...written, refused: written.refused.filter(({ problem }) => problem.code !== "not-found") };
  refuse(refused, kept, (id) => ({ companyId: companyOf.get(id) ?? "", what: "task" }));
  await hubspot.records(task).archive(changes.filter((write) => write.do === "archive").map(({ taskId }) => taskId));
}

interface Made {
  ids: ReadonlyMap<string, string>;
  taskIds: ReadonlyMap<string, string>;
  makesTask: ReadonlySet<string>;
}

async function changeCheckIns(hubspot: HubSpot, decisions: readonly Decision[], made: Made, refused: Refused[]) {
  const updates = decisions.flatMap((decision) =>
    decision.checkIns.flatMap((write) => {
      const id = write.id ?? made.ids.get(write.key);
      const properties = changeOf(write, decision, made);
      return id && Object.keys(properties).length > 0 ? [{ id, properties, companyId: write.companyId }] : [];
    }),
  );
  const companyOf = new Map(updates.map(({ id, companyId }) => [id, companyId]));
  const written = await hubspot.records(checkIn).update(updates);
  refuse(refused, written, (id) => ({ companyId: companyOf.get(id) ?? "", what: "check-in" }));
}

/** Of a notice date's task that was refused nothing is said. */
function withoutNotice({ id, properties }: CompanyWrite): CompanyWrite {
  return { id, properties: without(properties, ["am_notice_escalation"]) };
}

/** What is left to say of a check-in once its tasks are made; of a task that was refused nothing is said. */
function changeOf(write: CheckInWrite, decision: Decision, made: Made): Partial<CheckIn> {
  const isNew = write.id === null;
  if (isNew && !made.makesTask.has(write.key)) return {};
  const properties: Partial<CheckIn> = isNew ? pick(write.properties, ofTasks) : { ...write.properties };
  for (const task of decision.tasks) {
    if (task.do !== "make" || task.checkInKey !== write.key) continue;
    const taskId = made.taskIds.get(task.taskKey) ?? null;
    if (taskId === null) {
      delete properties.reminder_fingerprint;
      delete properties[`${task.kind}_state`];
    } else properties[`${task.kind}_task_id`] = taskId;
  }
  return properties;
}

/** A new record needs no empty values. */
function filled<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Partial<T>;
}

function without<T extends object>(values: T, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name as keyof T))) as Partial<T>;
}

function pick<T extends object>(values: T, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => names.includes(name as keyof T) && value !== null),
  ) as Partial<T>;
}
