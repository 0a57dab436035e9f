import { plainDate, type PlainDate } from "@keyline/domain";
import type { Draft } from "./draft.ts";
import type { NoticeTask } from "./facts.ts";
import { noticeTask } from "./notice-task.ts";
import { escalatesTo, type Responsible } from "./responsible.ts";
import type { NoticeWrite } from "./writes.ts";

/**
 * How far the escalation of a notice date is, as the company keeps it: `2026-12-01 open`. `planned` before its task is
 * made, `open` once it is there, `done` when the task is closed, by whomever: never again for that date.
 */
export type NoticeState = "planned" | "open" | "done";

export interface NoticeDecision {
  readonly notices: readonly NoticeWrite[];
  /** What the company is to say of it. */
  readonly escalation: string | null;
}

/**
 * A notice date that passed undecided is told to the lead's manager, once. The task is closed when the outlook decides,
 * the date moves or the account is managed no more. One step at a time: a date that moved into the past is next.
 */
export function escalateNotice(draft: Draft, responsible: Responsible, isActive: boolean): NoticeDecision {
  const { portal, situation } = draft;
  const text = situation.account.properties.am_notice_escalation;
  const same = { notices: [], escalation: text };
  if (!portal.canUseTaskKey) return same;
  const before = readNotice(text);
  const passed = isActive ? undecidedNotice(draft) : null;
  if (!before || before.state === "done") {
    return passed === null || passed === before?.date ? same : (make(draft, passed, responsible) ?? same);
  }
  const tasks = standingOf(draft, before.date);
  if (!tasks) return same;
  const open = tasks.flatMap((task) => (task && !task.isCompleted ? [task.id] : []));
  const isAnswered = tasks.some((task) => task !== null) && open.length === 0;
  const isStill = passed === before.date;
  if (isStill && before.state === "planned" && !isAnswered) return make(draft, before.date, responsible) ?? same;
  if (isStill && open.length > 0) return same;
  const companyId = situation.account.id;
  return {
    notices: open.map((taskId) => ({ do: "complete", companyId, taskId })),
    escalation: writeNotice(before.date, "done"),
  };
}

export function writeNotice(date: PlainDate, state: NoticeState): string {
  return `${date} ${state}`;
}

function readNotice(text: string | null): { date: PlainDate; state: NoticeState } | null {
  const [date, state] = (text ?? "").split(" ");
  const read = plainDate.safeParse(date);
  if (!read.success || (state !== "planned" && state !== "open" && state !== "done")) return null;
  return { date: read.data, state };
}

function undecidedNotice({ situation, portal }: Draft): PlainDate | null {
  const { am_notice_by: by, am_renewal_outlook: outlook } = situation.account.properties;
  if (by === null || by >= portal.today || outlook === "renewed" || outlook === "lost") return null;
  return by;
}

/** Null where nobody is there to hear of it, or nobody wants to. */
function make(draft: Draft, noticeBy: PlainDate, responsible: Responsible): NoticeDecision | null {
  const { portal, situation } = draft;
  const manager = portal.policy.escalates ? escalatesTo(responsible, portal) : null;
  if (!manager) return null;
  const companyId = situation.account.id;
  const properties = noticeTask(draft, noticeBy, responsible, manager);
  const taskKey = noticeKey(portal.id, companyId, noticeBy);
  return {
    notices: [{ do: "make", companyId, taskKey, planned: writeNotice(noticeBy, "planned"), properties }],
    escalation: writeNotice(noticeBy, "open"),
  };
}

/** What became of the task; of several where companies were merged. Null while one was not looked up. */
function standingOf({ situation, portal, missing }: Draft, date: PlainDate): (NoticeTask | null)[] | null {
  const { id, mergedIds } = situation.account;
  const keys = [id, ...mergedIds].map((companyId) => noticeKey(portal.id, companyId, date));
  const unread = keys.filter((key) => !situation.noticeTasks.has(key));
  for (const key of unread) missing.taskKeys.add(key);
  return unread.length > 0 ? null : keys.map((key) => situation.noticeTasks.get(key) ?? null);
}

function noticeKey(portalId: string, companyId: string, date: PlainDate): string {
  return `${portalId}:${companyId}:${date}:notice`;
}
