import {
  accountPlan,
  company,
  dateIn,
  obstacleEdit,
  planObjective,
  planObjectiveKey,
  progressOf,
  roadmapEdit,
  timeZoneOf,
  type AddObjective,
  type AddObstacle,
  type PlanObjective,
  type PlanWritten,
} from "@keyline/domain";
import { goneProblem, type Desk } from "../../desk/index.ts";
import { choosePlan, inOrder } from "../choose-plan.ts";
import type { PlanRecord } from "../facts.ts";
import { saved } from "../cards/saved.ts";
import { objectiveProperties, obstacleProperties } from "./form-fields.ts";
import { readKpiId } from "./read-kpis.ts";
import { homeOf, readNeedToServe, recountServing } from "./serve-needs.ts";
import { tieObjective } from "./touch-objective.ts";

/** One more objective, milestone or initiative: on the plan's own roadmap, or from a need. */
export async function addObjective(desk: Desk, asked: AddObjective): Promise<PlanWritten> {
  const { companyId, planKey } = asked;
  const fields = roadmapEdit.parse(asked);
  const [plan, need] = await Promise.all([
    planFor(desk, companyId, planKey),
    readNeedToServe(desk, companyId, fields.needKey),
  ]);
  const progress = progressOf({
    status: "planned",
    typed: fields.progress,
    start: fields.measureStart,
    now: fields.measureNow,
    target: fields.measureTarget,
  });
  const id = await make(desk, asked, plan, {
    ...objectiveProperties({ ...fields, progress }),
    objective_status: "planned",
  });
  const kpiId = await readKpiId(desk, companyId, fields.metric, plan?.properties.period);
  await tieObjective(desk, id, {
    companyId,
    servedId: need && homeOf(need),
    planId: plan?.id ?? null,
    needId: need?.id ?? null,
    kpiId,
  });
  await recountServing(desk, companyId, [fields.needKey]);
  return saved(desk, { companyId, planKey });
}

/** One more thing that stands in the way. It is there from the start, so it is under way. */
export async function addObstacle(desk: Desk, asked: AddObstacle): Promise<PlanWritten> {
  const { companyId, planKey } = asked;
  const plan = await planFor(desk, companyId, planKey);
  const id = await make(desk, asked, plan, {
    ...obstacleProperties(obstacleEdit.parse(asked)),
    objective_kind: "obstacle",
    objective_status: "in_progress",
  });
  await tieObjective(desk, id, { companyId, planId: plan?.id ?? null });
  return saved(desk, { companyId, planKey });
}

/** The same form is the same key, however often it is sent. Throws HubSpot's refusal. */
async function make(
  { hubspot }: Desk,
  { companyId, onceId }: Pick<AddObjective, "companyId" | "onceId">,
  plan: PlanRecord | null,
  properties: Partial<PlanObjective>,
): Promise<string> {
  const filled = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  const key = planObjectiveKey(companyId, onceId);
  const { written, refused } = await hubspot.records(planObjective).upsert([
    {
      key,
      properties: { ...filled, company_record_id: Number(companyId), plan_key: plan?.properties.plan_key ?? null },
    },
  ]);
  if (refused[0]) throw refused[0].problem;
  return written[0]?.id ?? "";
}

/** The plan that is named, else the one that runs today; null while there is none. Throws `not-found`. */
async function planFor(desk: Desk, companyId: string, planKey: string | null): Promise<PlanRecord | null> {
  const { hubspot, settings, timeZone, now } = desk;
  if (planKey !== null) {
    const [named] = await hubspot.records(accountPlan).read([planKey], { idProperty: accountPlan.key });
    if (named?.properties.company_record_id !== Number(companyId)) throw goneProblem("plan");
    return named;
  }
  const found = await hubspot.associations.read(company, accountPlan, [companyId]);
  const plans = await hubspot.records(accountPlan).read((found.get(companyId) ?? []).map(({ id }) => id));
  const open = plans.filter(({ properties }) => properties.plan_status !== "closed");
  return choosePlan(inOrder(open), dateIn(timeZoneOf(settings, timeZone), now()), undefined);
}
