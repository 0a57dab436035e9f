import { accountNeed, planObjective } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { NeedRecord, ObjectiveRecord, PlanAccount } from "../facts.ts";

/** Every objective, milestone, initiative and obstacle of the account, of all its plans. */
export async function readObjectives({ hubspot }: Desk, { objectiveIds }: PlanAccount): Promise<ObjectiveRecord[]> {
  return objectiveIds.length === 0 ? [] : hubspot.records(planObjective).read(objectiveIds);
}

/** Every need of the account. */
export async function readNeeds({ hubspot }: Desk, { needIds }: PlanAccount): Promise<NeedRecord[]> {
  return needIds.length === 0 ? [] : hubspot.records(accountNeed).read(needIds);
}
