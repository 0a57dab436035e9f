import { checkIn, company, task, type CheckIn, type Problem } from "@keyline/domain";
import type { HubSpot, Pair, Written } from "../hubspot/index.ts";
import type { CheckInWrite, Decision, MakeTask } from "./writes.ts";

/** A write that HubSpot refused; the work is kept and tried again by the next pass. */
export interface Refused {
  companyId: string;
  what: "check-in" | "task" | "association" | "company" | "rhythm";
  key: string;
  message: string;
}

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
export async function writeDecisions(hubspot: HubSpot, decisions: readonly Decision[]): Promise<Refused[]> {
  const refused: Refused[] = [];
  const made = decisions.flatMap(({ tasks }) => tasks.filter((write) => write.do === "make"));
  const makesTask = new Set(made.map(({ checkInKey }) => checkInKey));
  const ids = await planCheckIns(hubspot, decisions, makesTask, refused);
  const taskIds = await makeTasks(hubspot, made, ids, refused);
  await changeTasks(hubspot, decisions, refused);
  await changeCheckIns(hubspot, decisions, { ids, taskIds, makesTask }, refused);
  const failed = new Set(refused.filter(({ what }) => what === "check-in").map(({ companyId }) => companyId));
  const companies = decisions.flatMap(({ company: write }) => (write && !failed.has(write.id) ? [write] : []));
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

/** Answers the id of every task that stands, with its associations, by its key. */
async function makeTasks(
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
  const failed = new Set([
    ...(await associate(
      hubspot,
      task,
      company,
      stands.map(({ id, write }) => ({ from: id, to: write.companyId })),
      refused,
    )),
    ...(await associate(
      hubspot,
      task,
      checkIn,
      stands.map(({ id, write }) => ({ from: id, to: checkInIds.get(write.checkInKey) ?? "" })),
      refused,
    )),
  ]);
  const contacts = stands.flatMap(({ id, write }) =>
    write.contactIds.map((contactId) => ({ from: id, to: contactId })),
  );
  // A contact that is gone by now is no reason to make the task again.
  await associate(hubspot, task, "contacts", contacts, []);
  return new Map(stands.filter(({ id }) => !failed.has(id)).map(({ key, id }) => [key, id]));
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

/** Answers the `from` ids of pairs that HubSpot refused. */
async function associate(
  hubspot: HubSpot,
  from: Parameters<HubSpot["associations"]["create"]>[0],
  to: Parameters<HubSpot["associations"]["create"]>[1],
  pairs: Pair[],
  refused: Refused[],
): Promise<string[]> {
  if (pairs.length === 0) return [];
  const answer = await hubspot.associations.create(from, to, pairs);
  for (const { pair, problem } of answer.refused) {
    refused.push({ companyId: "", what: "association", key: `${pair.from} ${pair.to}`, message: problem.message });
  }
  return answer.refused.map(({ pair }) => pair.from);
}

function refuse(
  refused: Refused[],
  written: Pick<Written<never>, "refused">,
  whose: (key: string) => Pick<Refused, "companyId" | "what">,
): void {
  for (const { key, problem } of written.refused as { key: string; problem: Problem }[]) {
    refused.push({ ...whose(key), key, message: problem.message });
  }
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
