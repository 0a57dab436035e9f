import {
  accountNeed,
  accountPlan,
  carriedKey,
  isOpenObjective,
  openNeedStatuses,
  planObjective,
  type Carried,
  type PlanObjective,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { NeedRecord, ObjectiveRecord, PlanAccount, PlanRecord } from "../facts.ts";
import { readNeeds, readObjectives } from "../objectives/read-objectives.ts";
import { makeObjectives, type NewObjective } from "./make-objectives.ts";

/** What goes on in the next plan just as it is. */
const kept = [
  "objective_name",
  "objective_kind",
  "objective_status",
  "company_record_id",
  "hubspot_owner_id",
  "need_key",
  "description",
  "starts_on",
  "due_on",
  "measure",
  "kpi_metric",
  "measure_start",
  "measure_now",
  "measure_target",
  "progress",
  "likelihood",
  "impact",
  "answer",
  "next_step",
  "next_step_on",
  "budget",
  "hours",
  "is_internal",
] as const satisfies readonly (keyof PlanObjective)[];

interface Plans {
  readonly from: PlanRecord;
  readonly to: PlanRecord;
}

/**
 * Open objectives, obstacles and needs of one plan go on in another. An objective becomes a record of its own there, by a
 * key that follows from it, and the old one says that it was carried over: the earlier plan stays readable. First the new
 * ones, then the old ones' words: a crash in the middle is made good by doing it again.
 */
export async function carryOver(desk: Desk, account: PlanAccount, plans: Plans, what: Carried): Promise<void> {
  const [objectives, needs] = await Promise.all([readObjectives(desk, account), readNeeds(desk, account)]);
  const going = objectives.filter((one) => isGoing(one, plans.from, what));
  await makeObjectives(
    desk.hubspot,
    { companyId: account.id, planId: plans.to.id },
    going.map((one) => carriedObjective(one, account.id, plans, needs)),
  );
  const marked = going.map(({ id }) => ({ id, properties: { objective_status: "carried" as const } }));
  const { refused } = await desk.hubspot.records(planObjective).update(marked);
  if (refused[0]) throw refused[0].problem;
  if (what.needs) await carryNeeds(desk, account, plans, needs);
}

/** How many open ones a plan would hand on. */
export function isGoing({ properties }: ObjectiveRecord, from: PlanRecord, what: Omit<Carried, "needs">): boolean {
  const { plan_key: planKey, objective_kind: kind, objective_status: status } = properties;
  if (planKey !== from.properties.plan_key || !isOpenObjective({ status: status ?? "planned" })) return false;
  return kind === "obstacle" ? what.obstacles : what.objectives;
}

function carriedObjective(
  { properties }: ObjectiveRecord,
  companyId: string,
  { to }: Plans,
  needs: readonly NeedRecord[],
): NewObjective {
  const values = Object.fromEntries(kept.map((name) => [name, properties[name]])) as Partial<PlanObjective>;
  const need = needs.find((one) => properties.need_key !== null && one.properties.need_key === properties.need_key);
  return {
    key: carriedKey(companyId, to.properties.period ?? "", properties.objective_key ?? ""),
    properties: { ...values, plan_key: to.properties.plan_key, carried_from: properties.objective_key },
    needId: need?.id ?? null,
  };
}

/**
 * Needs live with the account; they say which plan they are pursued in. Those of its family go on only where they said so:
 * their own companies have plans too.
 */
async function carryNeeds(
  { hubspot }: Desk,
  { needHomes }: PlanAccount,
  { from, to }: Plans,
  needs: readonly NeedRecord[],
): Promise<void> {
  const open = needs.filter(({ id, properties }) => {
    const isOpen = (openNeedStatuses as readonly (string | null)[]).includes(properties.need_status);
    const isUnsaid = properties.plan_key === null && (needHomes.get(id) ?? null) === null;
    return isOpen && (isUnsaid || properties.plan_key === from.properties.plan_key);
  });
  if (open.length === 0) return;
  const written = await hubspot
    .records(accountNeed)
    .update(open.map(({ id }) => ({ id, properties: { plan_key: to.properties.plan_key } })));
  if (written.refused[0]) throw written.refused[0].problem;
  const ties = await hubspot.associations.create(
    accountPlan,
    accountNeed,
    open.map(({ id }) => ({ from: to.id, to: id })),
  );
  if (ties.refused[0]) throw ties.refused[0].problem;
}
