import { checkInKey, type CheckIn, type PlainDate } from "@keyline/domain";
import type { PortalFacts, Situation, StoredCheckIn } from "./facts.ts";
import type { CheckInWrite, TaskWrite } from "./writes.ts";

/** A check-in while the decision about it is made: what HubSpot holds, and what it is to hold. */
export interface CheckInDraft {
  readonly id: string | null;
  readonly stored: Readonly<CheckIn> | null;
  readonly values: CheckIn;
}

/** One account's decision in the making. The steps of `decide` change it in turn. */
export interface Draft {
  readonly situation: Situation;
  readonly portal: PortalFacts;
  readonly checkIns: CheckInDraft[];
  readonly tasks: TaskWrite[];
  readonly missing: {
    keys: Set<string>;
    brief: boolean;
    contacts: boolean;
    loadOf: Set<string>;
    tasks: Set<string>;
    taskKeys: Set<string>;
  };
}

export function draftOf(situation: Situation, portal: PortalFacts): Draft {
  return {
    situation,
    portal,
    checkIns: situation.checkIns.map(({ id, values }) => ({ id, stored: values, values: { ...values } })),
    tasks: [],
    missing: {
      keys: new Set(),
      brief: false,
      contacts: false,
      loadOf: new Set(),
      tasks: new Set(),
      taskKeys: new Set(),
    },
  };
}

/** Open: it waits to be held. */
export function isOpen({ values }: CheckInDraft): boolean {
  return values.state === "planned" || values.state === "overdue";
}

/** Taken back by the planner itself, and not by a person: it may come back. */
export function isWithdrawn({ values }: CheckInDraft | StoredCheckIn): boolean {
  return values.state === "skipped" && values.reminder_state === "withdrawn" && values.skip_reason === null;
}

export function newCheckIn(companyId: string, companyName: string, slot: PlainDate): CheckInDraft {
  return { id: null, stored: null, values: { ...emptyCheckIn, ...identity(companyId, companyName, slot) } };
}

function identity(companyId: string, companyName: string, slot: PlainDate) {
  return {
    check_in_key: checkInKey(companyId, slot),
    check_in_name: `${companyName} · ${slot}`,
    company_record_id: Number(companyId),
    slot_date: slot,
    planned_date: slot,
    due_date: slot,
    state: "planned" as const,
  };
}

const emptyCheckIn: Omit<CheckIn, keyof ReturnType<typeof identity>> = {
  hubspot_owner_id: null,
  remind_on: null,
  planned_by: null,
  held_on: null,
  outcome: null,
  topics: null,
  progress: null,
  recommendations: null,
  recommendations_given: null,
  recommendations_carried_out: null,
  obstacles: null,
  notes: null,
  skip_reason: null,
  brief: null,
  reminder_task_id: null,
  reminder_state: null,
  reminder_fingerprint: null,
  escalation_task_id: null,
  escalation_state: null,
  counted_from: null,
  not_counted: null,
};

/** Only what differs from what HubSpot holds. */
export function checkInWrites(draft: Draft): CheckInWrite[] {
  const companyId = draft.situation.account.id;
  return draft.checkIns.flatMap(({ id, stored, values }) => {
    const properties = stored ? changes(stored, values) : values;
    if (Object.keys(properties).length === 0) return [];
    return [{ id, key: values.check_in_key, companyId, properties }];
  });
}

export function changes<T extends object>(from: Readonly<T>, to: Readonly<T>): Partial<T> {
  const changed: Partial<T> = {};
  for (const name of Object.keys(to) as (keyof T)[]) {
    if (to[name] !== from[name]) changed[name] = to[name];
  }
  return changed;
}
