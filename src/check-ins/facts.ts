import type { AccountProperties, AccountType, Brief, CheckIn, PlainDate, Tier, WorkingCalendar } from "@keyline/domain";
import type { OwnerFacts, RecordUrl } from "../desk/index.ts";

export type { OwnerFacts };

/** The company properties that planning reads. */
export const accountFields = [
  "am_account_type",
  "am_tier",
  "am_rhythm",
  "am_rhythm_rule",
  "am_rhythm_anchor",
  "am_paused_from",
  "am_paused_until",
  "am_lead_manager",
  "am_open_needs",
  "am_plan_status",
  "am_satisfaction",
  "am_last_check_in",
  "am_next_check_in",
  "am_overdue_check_ins",
  "am_notice_by",
  "am_renewal_outlook",
  "am_renewal_value",
  "am_notice_escalation",
  "am_check_in_slots",
  "am_managed_under",
  "am_number_changes",
  "am_manages_family",
  "am_family_ids",
] as const satisfies readonly (keyof AccountProperties)[];

export type AccountField = (typeof accountFields)[number];

/** One company, as far as check-ins care. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** HubSpot's own owner of the company, used when there is no lead manager. */
  readonly ownerId: string | null;
  /** Companies that were merged into this one. */
  readonly mergedIds: readonly string[];
  readonly hasContacts: boolean;
  readonly hasDeals: boolean;
  /** An archived company keeps no check-in open. */
  readonly isArchived: boolean;
  readonly properties: Readonly<Pick<AccountProperties, AccountField>>;
}

/** A check-in as HubSpot holds it. */
export interface StoredCheckIn {
  readonly id: string;
  readonly values: Readonly<CheckIn>;
}

/** What became of a task that Keyline made; `null` in its place means that it is gone. */
export interface TaskStanding {
  readonly id: string;
  readonly isCompleted: boolean;
  /** The date on the portal's calendar on which it was completed. */
  readonly completedOn: PlainDate | null;
}

/** The task about a notice date; `null` in its place means that there is none, or none any more. */
export type NoticeTask = Pick<TaskStanding, "id" | "isCompleted">;

/** A portal's rules for check-ins, from its settings. */
export interface Policy {
  readonly leadDays: Readonly<Record<Tier, number>>;
  /** Working days after the due date before a check-in is overdue. */
  readonly graceDays: number;
  /** `09:00`, on the owner's clock. */
  readonly dueTime: string;
  /** At most so many check-ins for one manager on one day; null for no limit. */
  readonly perDay: number | null;
  /** How the rhythm tightens before a notice date: `factor` times as often in the last `days`. */
  readonly tightening: Readonly<Record<AccountType, { days: number; factor: number }>>;
  /** What a meeting or call that was held means: an offer to the person, a check-in, or nothing. */
  readonly contactMade: "offer" | "count" | "off";
  readonly escalates: boolean;
  /** Who hears of what an owner without a manager missed; null: the lead manager. */
  readonly fallbackOwnerId: string | null;
  readonly taskQueueId: string | null;
}

/** What is the same for every account of a portal during one pass. */
export interface PortalFacts {
  readonly id: string;
  readonly timeZone: string;
  /** ISO 4217, of the amounts that companies hold. */
  readonly currency: string;
  /** False where tasks have no unique key: a notice date is then not escalated. */
  readonly canUseTaskKey: boolean;
  /** The date on the portal's clock. */
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
  readonly owners: ReadonlyMap<string, OwnerFacts>;
  /** Where a record opens in the browser. */
  readonly recordUrl: RecordUrl;
}

/** A meeting or call that was held with the company, and may be its check-in. */
export interface ContactMade {
  readonly id: string;
  readonly on: PlainDate;
}

/** All that is known of one account at the time of deciding. */
export interface Situation {
  readonly account: Account;
  readonly checkIns: readonly StoredCheckIn[];
  /** Keys that were read for certain (not searched) and belong to no check-in. */
  readonly absentKeys: ReadonlySet<string>;
  /** By task id: every task of an open reminder or escalation. A task that is not in here was not read. */
  readonly tasks: ReadonlyMap<string, TaskStanding | null>;
  /** By key: the tasks of notice dates that were looked up for certain. */
  readonly noticeTasks: ReadonlyMap<string, NoticeTask | null>;
  /** What the reminder's body is built from; null while nobody has looked. */
  readonly brief: Brief | null;
  /** The contacts that belong on the task; null while nobody has looked. */
  readonly contactIds: readonly string[] | null;
  /** How many check-ins each owner has on a day, as `owner date`; an owner who was counted stands there by `owner`. */
  readonly load: ReadonlyMap<string, number>;
  readonly contactMade: readonly ContactMade[];
}
