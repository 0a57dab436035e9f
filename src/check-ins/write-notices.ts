import { company, task } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { associate, refuse, type Refused } from "./refused.ts";
import type { Decision, MakeNotice, NoticeWrite } from "./writes.ts";

/**
 * Carries out what was decided about passed notice dates. The company says `planned` before its task is made, so that a
 * task nobody heard of after a crash is looked for by its key. Answers the companies whose state must wait for the next pass.
 */
export async function writeNotices(
  hubspot: HubSpot,
  decisions: readonly Decision[],
  refused: Refused[],
): Promise<Set<string>> {
  const writes = decisions.flatMap(({ notices }) => notices);
  if (writes.length === 0) return new Set();
  const unclosed = await complete(hubspot, writes, refused);
  const made = writes.filter((write) => write.do === "make");
  const stands = await make(hubspot, await plan(hubspot, made, refused), refused);
  const unmade = made.map(({ companyId }) => companyId).filter((id) => !stands.has(id));
  return new Set([...unclosed, ...unmade]);
}

/** Those whose company took the note that a task is coming. */
async function plan(hubspot: HubSpot, made: readonly MakeNotice[], refused: Refused[]): Promise<MakeNotice[]> {
  if (made.length === 0) return [];
  const written = await hubspot
    .records(company)
    .update(made.map(({ companyId: id, planned }) => ({ id, properties: { am_notice_escalation: planned } })));
  refuse(refused, written, (id) => ({ companyId: id, what: "company" }));
  const failed = new Set(written.refused.map(({ key }) => key));
  return made.filter(({ companyId }) => !failed.has(companyId));
}

/** The companies whose task stands and is associated with them. */
async function make(hubspot: HubSpot, made: readonly MakeNotice[], refused: Refused[]): Promise<Set<string>> {
  if (made.length === 0) return new Set();
  const companyOf = new Map(made.map(({ taskKey, companyId }) => [taskKey, companyId]));
  const inputs = made.map(({ taskKey: key, properties: extra }) => ({ key, properties: {}, extra }));
  const written = await hubspot.records(task).upsert(inputs, { by: "keyline_task_key" });
  refuse(refused, written, (key) => ({ companyId: companyOf.get(key) ?? "", what: "notice" }));
  const pairs = written.written.map(({ key, id }) => ({ from: id, to: companyOf.get(key) ?? "" }));
  const failed = new Set(await associate(hubspot, task, company, pairs, refused));
  return new Set(pairs.filter(({ from }) => !failed.has(from)).map(({ to }) => to));
}

/** Completes tasks; one that is gone by now needs nothing more. Answers the companies whose task HubSpot did not change. */
async function complete(hubspot: HubSpot, writes: readonly NoticeWrite[], refused: Refused[]): Promise<string[]> {
  const closed = writes.filter((write) => write.do === "complete");
  if (closed.length === 0) return [];
  const companyOf = new Map(closed.map(({ taskId, companyId }) => [taskId, companyId]));
  const extra = { hs_task_status: "COMPLETED" };
  const written = await hubspot.records(task).update(closed.map(({ taskId: id }) => ({ id, properties: {}, extra })));
  const kept = written.refused.filter(({ problem }) => problem.code !== "not-found");
  refuse(refused, { refused: kept }, (id) => ({ companyId: companyOf.get(id) ?? "", what: "notice" }));
  return kept.map(({ key }) => companyOf.get(key) ?? "");
}
