import { z } from "zod";
import { objectiveKinds, objectiveStatuses } from "../vocabulary/plans.ts";
import { plainDate, recordId } from "./shapes.ts";

/** One objective, milestone, initiative or obstacle of the plan that is shown. */
export const planItem = z.object({
  id: recordId,
  key: z.string(),
  name: z.string(),
  kind: objectiveKinds.schema,
  status: objectiveStatuses.schema,
  due: plainDate.nullable(),
});
export type PlanItem = z.infer<typeof planItem>;

export const objectivesSection = z.object({
  items: z.array(planItem),
  /** Open needs of the account, which initiatives may serve. */
  needs: z.array(z.object({ id: recordId, key: z.string(), name: z.string() })),
});
export type ObjectivesSection = z.infer<typeof objectivesSection>;
