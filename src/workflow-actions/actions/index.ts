import type { WorkflowAction } from "../define-action.ts";
import { openPlan } from "./open-plan.ts";
import { recalculateAccount } from "./recalculate-account.ts";
import { recordSignal } from "./record-signal.ts";
import { scheduleCheckIn } from "./schedule-check-in.ts";

/** Every action of HubSpot's workflows and agents. A new one is a file here, a line in this list, an entry in `app.json`. */
export const workflowActions: readonly WorkflowAction[] = [scheduleCheckIn, recalculateAccount, openPlan, recordSignal];
