import type { Refused } from "./refused.ts";
import type { Decision } from "./writes.ts";

/** What a pass did, or with `dryRun` would do. */
export interface PlanResult {
  /** Accounts looked at. */
  companies: number;
  /** Check-ins newly planned. */
  planned: number;
  reminders: { made: number; mended: number; withdrawn: number };
  /** Check-ins that became overdue. */
  overdue: number;
  escalations: number;
  /** What HubSpot did not take, and rhythms that cannot be read. */
  refused: Refused[];
  /** Calls made to HubSpot meanwhile. */
  calls: number;
  /** Where the next part begins, when the pass was limited. */
  next: string | null;
  /** With `dryRun`: what would be written, account by account. */
  writes?: Pick<Decision, "companyId" | "checkIns" | "tasks" | "notices" | "company">[];
}

export function emptyResult(): PlanResult {
  return {
    companies: 0,
    planned: 0,
    reminders: { made: 0, mended: 0, withdrawn: 0 },
    overdue: 0,
    escalations: 0,
    refused: [],
    calls: 0,
    next: null,
  };
}

export function addDecisions(
  result: PlanResult,
  decisions: readonly Decision[],
  refused: readonly Refused[],
  isDryRun: boolean,
): void {
  for (const { companyId, checkIns, tasks, notices, company, ...decision } of decisions) {
    result.planned += decision.planned;
    result.overdue += decision.becameOverdue;
    for (const write of tasks) {
      if (write.kind === "escalation" && write.do === "make") result.escalations++;
      if (write.kind !== "reminder") continue;
      if (write.do === "make") result.reminders.made++;
      if (write.do === "mend") result.reminders.mended++;
      if (write.do === "archive") result.reminders.withdrawn++;
    }
    result.escalations += notices.filter((write) => write.do === "make").length;
    if (decision.complaint !== null) {
      result.refused.push({ companyId, what: "rhythm", key: companyId, message: decision.complaint });
    }
    if (isDryRun) (result.writes ??= []).push({ companyId, checkIns, tasks, notices, company });
  }
  result.refused.push(...refused);
  const failed = refused.filter(({ what }) => what === "task").length;
  result.reminders.made = Math.max(0, result.reminders.made - failed);
}
