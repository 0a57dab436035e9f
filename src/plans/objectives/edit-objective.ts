import {
  accountNeed,
  obstacleEdit,
  planObjective,
  progressOf,
  roadmapEdit,
  type EditObjective,
  type EditObstacle,
  type RoadmapEdit,
  type PlanWritten,
} from "@keyline/domain";
import { mergeEdit, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import {
  objectiveProperties,
  obstacleProperties,
  seenObjective,
  seenObstacle,
  type SeenObjective,
} from "./form-fields.ts";
import { readKpiId } from "./read-kpis.ts";
import { homeOf, readNeedToServe, recountServing } from "./serve-needs.ts";
import { changeObjective, objectiveChanged, readObjective, tieObjective } from "./touch-objective.ts";

/** One line of the roadmap as somebody wants it now. Another need: both needs count anew. */
export async function editObjective(desk: Desk, asked: EditObjective): Promise<PlanWritten> {
  const { companyId, planKey, objectiveKey, expected } = asked;
  const fields = roadmapEdit.parse(asked);
  const found = await readObjective(desk, companyId, objectiveKey);
  const wanted = measured(fields, expected);
  const { change, clash } = mergeEdit<SeenObjective>(expected, wanted, seenObjective(found.properties));
  if (clash) throw objectiveChanged(clash);
  const need = change.needKey === undefined ? null : await readNeedToServe(desk, companyId, change.needKey);
  await changeObjective(desk, found.id, objectiveProperties(change));
  if (change.needKey !== undefined) {
    await untieNeed(desk, found.id, need?.id ?? null);
    await tieObjective(desk, found.id, { companyId, servedId: need && homeOf(need), needId: need?.id ?? null });
  }
  const period = found.properties.plan_key?.split(":")[1];
  await tieObjective(desk, found.id, { kpiId: await readKpiId(desk, companyId, change.metric, period) });
  if (change.needKey !== undefined || change.kind !== undefined) {
    await recountServing(desk, companyId, [found.properties.need_key, fields.needKey]);
  }
  return saved(desk, { companyId, planKey });
}

export async function editObstacle(desk: Desk, asked: EditObstacle): Promise<PlanWritten> {
  const { companyId, planKey, objectiveKey, expected } = asked;
  const fields = obstacleEdit.parse(asked);
  const found = await readObjective(desk, companyId, objectiveKey);
  const { change, clash } = mergeEdit<EditObstacle["expected"]>(expected, fields, seenObstacle(found.properties));
  if (clash) throw objectiveChanged(clash);
  await changeObjective(desk, found.id, obstacleProperties(change));
  return saved(desk, { companyId, planKey });
}

/** A linked KPI is measured, not typed; where a measure says how far it is, nobody's guess stands beside it. */
function measured(fields: RoadmapEdit, expected: SeenObjective) {
  if (fields.metric !== null) return { ...fields, measureNow: expected.measureNow };
  const { measureStart: start, measureNow: now, measureTarget: target } = fields;
  return { ...fields, progress: progressOf({ status: "in_progress", typed: fields.progress, start, now, target }) };
}

/** Takes away every need that it was tied to, but the one that stays. */
async function untieNeed({ hubspot }: Desk, id: string, keptId: string | null): Promise<void> {
  const tied = await hubspot.associations.read(planObjective, accountNeed, [id]);
  const pairs = (tied.get(id) ?? []).filter((one) => one.id !== keptId).map((one) => ({ from: id, to: one.id }));
  if (pairs.length > 0) await hubspot.associations.remove(planObjective, accountNeed, pairs);
}
