import type { AccountProperties, CheckIn } from "@keyline/domain";

export type TaskKind = "reminder" | "escalation";

/** A task that must exist: made, or found by its key and brought up to date. */
export interface MakeTask {
  readonly do: "make";
  readonly kind: TaskKind;
  readonly taskKey: string;
  readonly checkInKey: string;
  readonly companyId: string;
  /** Whom to talk to. */
  readonly contactIds: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

/** A task that exists: brought up to date, completed, or taken away. */
export interface ChangeTask {
  readonly do: "mend" | "complete" | "archive";
  readonly kind: TaskKind;
  readonly taskId: string;
  readonly checkInKey: string;
  readonly properties: Readonly<Record<string, string>>;
}

export type TaskWrite = MakeTask | ChangeTask;

/** The task of a notice date that passed undecided. `planned`: what the company says until the task is there. */
export interface MakeNotice {
  readonly do: "make";
  readonly companyId: string;
  readonly taskKey: string;
  readonly planned: string;
  readonly properties: Readonly<Record<string, string>>;
}

export type NoticeWrite = MakeNotice | { readonly do: "complete"; readonly companyId: string; readonly taskId: string };

/** A check-in to make (`id` null: upsert by its key) or to change. */
export interface CheckInWrite {
  readonly id: string | null;
  readonly key: string;
  readonly companyId: string;
  readonly properties: Readonly<Partial<CheckIn>>;
}

export interface CompanyWrite {
  readonly id: string;
  readonly properties: Readonly<Partial<AccountProperties>>;
}

/** What must be read before the decision stands. */
export interface Missing {
  /** Check-in keys that a plan would use: read them for certain, a search may not know them yet. */
  readonly keys: readonly string[];
  /** A reminder is about to be written and needs its brief. */
  readonly brief: boolean;
  /** A reminder is about to be made and nobody has looked whom to associate. */
  readonly contacts: boolean;
  /** Owners whose days must be counted before a due date is chosen. */
  readonly loadOf: readonly string[];
  /** Task ids whose standing is not known. */
  readonly tasks: readonly string[];
  /** Keys of tasks about notice dates that must be looked up. */
  readonly taskKeys: readonly string[];
}

/** What one account needs: the writes, in the order check-ins made, tasks, check-ins changed, company. */
export interface Decision {
  readonly companyId: string;
  readonly missing: Missing;
  /** Record ids of the check-ins that stand already, by key. */
  readonly known: readonly (readonly [string, string])[];
  /** New check-ins, and what changes on known ones apart from the ids of tasks that are made. */
  readonly checkIns: readonly CheckInWrite[];
  readonly tasks: readonly TaskWrite[];
  readonly notices: readonly NoticeWrite[];
  readonly company: CompanyWrite | null;
  /** Something a person must put right, such as a rhythm that cannot be read. */
  readonly complaint: string | null;
  readonly becameOverdue: number;
  readonly planned: number;
}

export function isNothing(missing: Missing): boolean {
  const { keys, brief, loadOf, tasks, taskKeys } = missing;
  return !brief && [keys, loadOf, tasks, taskKeys].every((list) => list.length === 0);
}

/** The key that makes a task one of a kind: portal, check-in and what it is for. */
export function taskKey(portalId: string, checkInKey: string, kind: TaskKind): string {
  return `${portalId}:${checkInKey}:${kind}`;
}
