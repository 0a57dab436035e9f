import type { WorkflowAction } from "../define-action.ts";
import { recalculateAccount } from "./recalculate-account.ts";
import { scheduleCheckIn } from "./schedule-check-in.ts";

/** Every action of HubSpot's workflows and agents. A new one is a file here, a line in this list, an entry in `app.json`. */
export const workflowActions: readonly WorkflowAction[] = [scheduleCheckIn, recalculateAccount];
