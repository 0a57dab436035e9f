import type { EditObjective, EditObstacle, PlanObjective } from "@keyline/domain";
import type { ObjectiveRecord } from "../facts.ts";

/** What a form of the roadmap shows: every field, some not filled yet. */
export type SeenObjective = EditObjective["expected"];
export type SeenObstacle = EditObstacle["expected"];

type Properties = ObjectiveRecord["properties"];

/** Which property each field of a form is kept in. */
const roadmapNames = {
  kind: "objective_kind",
  name: "objective_name",
  description: "description",
  needKey: "need_key",
  ownerId: "hubspot_owner_id",
  startsOn: "starts_on",
  dueOn: "due_on",
  measureWords: "measure",
  metric: "kpi_metric",
  measureStart: "measure_start",
  measureNow: "measure_now",
  measureTarget: "measure_target",
  progress: "progress",
  isInternal: "is_internal",
} as const satisfies Record<keyof SeenObjective, keyof PlanObjective>;

const obstacleNames = {
  name: "objective_name",
  description: "description",
  likelihood: "likelihood",
  impact: "impact",
  answer: "answer",
  ownerId: "hubspot_owner_id",
  nextStep: "next_step",
  nextStepOn: "next_step_on",
  isInternal: "is_internal",
} as const satisfies Record<keyof SeenObstacle, keyof PlanObjective>;

export const seenObjective = (properties: Properties) =>
  ({ ...fieldsFrom(roadmapNames, properties), isInternal: properties.is_internal ?? false }) as SeenObjective;
export const seenObstacle = (properties: Properties) =>
  ({ ...fieldsFrom(obstacleNames, properties), isInternal: properties.is_internal ?? false }) as SeenObstacle;

/** The fields that are named, as properties to write. */
export const objectiveProperties = (fields: Partial<SeenObjective>) => propertiesFrom(roadmapNames, fields);
export const obstacleProperties = (fields: Partial<SeenObstacle>) => propertiesFrom(obstacleNames, fields);

function fieldsFrom(names: Readonly<Record<string, keyof PlanObjective>>, properties: Properties) {
  return Object.fromEntries(Object.entries(names).map(([field, property]) => [field, properties[property]]));
}

function propertiesFrom(
  names: Readonly<Record<string, keyof PlanObjective>>,
  fields: Readonly<Record<string, unknown>>,
): Partial<PlanObjective> {
  const named = Object.entries(fields).filter(([field]) => names[field] !== undefined);
  return Object.fromEntries(named.map(([field, value]) => [names[field], value])) as Partial<PlanObjective>;
}
