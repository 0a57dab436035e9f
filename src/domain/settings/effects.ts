import type { Settings } from "./settings.ts";

/** What changing settings does to accounts that are managed already, said before it is saved. */
export type SettingsEffect =
  | "due-dates-move"
  | "periods-move"
  | "new-accounts-only"
  | "reminders-move"
  | "overdue-anew"
  | "load-anew"
  | "tightening-anew"
  | "contact-made-anew"
  | "scores-anew"
  | "targets-anew"
  | "renewals-anew"
  | "stale-anew"
  | "labels-anew"
  | "task-language"
  | "escalation-anew"
  | "digest-anew"
  | "queue-anew"
  | "editing-anew";

const effectOf: Readonly<Record<keyof Settings, SettingsEffect>> = {
  workingWeek: "due-dates-move",
  timeZone: "due-dates-move",
  holidays: "due-dates-move",
  fiscalYearStartMonth: "periods-move",
  rhythms: "new-accounts-only",
  leadDays: "reminders-move",
  dueTime: "reminders-move",
  graceDays: "overdue-anew",
  capacityPerDay: "load-anew",
  tighten: "tightening-anew",
  contactMade: "contact-made-anew",
  priorityWeights: "scores-anew",
  selectionWeights: "scores-anew",
  healthWeights: "scores-anew",
  targets: "targets-anew",
  accountsPerManager: "load-anew",
  renewals: "renewals-anew",
  staleAfterDays: "stale-anew",
  language: "labels-anew",
  escalation: "escalation-anew",
  digest: "digest-anew",
  taskQueueId: "queue-anew",
  whoMayEdit: "editing-anew",
};

/** The effects of a change, each once, in the order of the settings. */
export function effectsOf(before: Settings, after: Settings): SettingsEffect[] {
  const changed = (Object.keys(effectOf) as (keyof Settings)[]).filter((name) => !isSame(before[name], after[name]));
  const effects = changed.map((name) =>
    name === "language" && before.language.labels === after.language.labels ? "task-language" : effectOf[name],
  );
  return [...new Set(effects)];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
