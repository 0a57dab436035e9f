import type { SettingsEffect } from "@keyline/domain";
import type { Say } from "@keyline/ui";

/** What a change does to the accounts that are managed already, in a sentence. `count`: how many; null when unknown. */
export function effectText(effect: SettingsEffect, count: number | null, say: Say): string {
  switch (effect) {
    case "due-dates-move":
      return count === null ? say("effectDueDatesUncounted") : say("effectDueDates", { count });
    case "periods-move":
      return say("effectPeriods");
    case "new-accounts-only":
      return count === null ? say("effectNewAccountsUncounted") : say("effectNewAccounts", { count });
    case "reminders-move":
      return say("effectReminders");
    case "overdue-anew":
      return say("effectOverdue");
    case "load-anew":
      return say("effectLoad");
    case "tightening-anew":
      return say("effectTightening");
    case "contact-made-anew":
      return say("effectContactMade");
    case "scores-anew":
      return count === null ? say("effectScoresUncounted") : say("effectScores", { count });
    case "targets-anew":
      return say("effectTargets");
    case "renewals-anew":
      return count === null ? say("effectRenewalsUncounted") : say("effectRenewals", { count });
    case "stale-anew":
      return say("effectStale");
    case "labels-anew":
      return say("effectLabels");
    case "task-language":
      return say("effectTaskLanguage");
    case "escalation-anew":
      return say("effectEscalation");
    case "digest-anew":
      return say("effectDigest");
    case "queue-anew":
      return say("effectQueue");
    case "editing-anew":
      return say("effectEditing");
  }
}
