import { z } from "zod";
import { objectiveMoves } from "../roadmap/moves.ts";
import { metricNames, metricUnits } from "../vocabulary/metrics.ts";
import { degrees } from "../vocabulary/needs.ts";
import { objectiveStatuses } from "../vocabulary/plans.ts";
import { planWrite } from "./plan-write.ts";
import { person, plainDate, recordId } from "./shapes.ts";

const name = z.string().trim().min(1, "required").max(300, "too-long");
const text = z.string().trim().max(5_000, "too-long").nullable();

/** What stands on the roadmap; what stands in the way is an obstacle. */
export const roadmapKinds = ["objective", "milestone", "initiative"] as const;
const roadmapKind = z.enum(roadmapKinds, "choose-one");

/** How an objective is measured. Numbers are in the unit's own: money in major units of the portal's currency. */
export const measure = z.object({
  words: z.string().nullable(),
  /** Linked: `now` then is the actual of this KPI. */
  metric: metricNames.schema.nullable(),
  unit: metricUnits.schema,
  start: z.number().nullable(),
  now: z.number().nullable(),
  target: z.number().nullable(),
  /** The KPI's period that `now` is of: `2026`. Null where a person typed it, or the KPI has no data. */
  period: z.string().nullable(),
});
export type Measure = z.infer<typeof measure>;

export const roadmapItem = z.object({
  id: recordId,
  key: z.string(),
  name: z.string(),
  kind: roadmapKind,
  status: objectiveStatuses.schema,
  description: z.string().nullable(),
  /** The need that it serves; its name stands among `needs`. */
  needKey: z.string().nullable(),
  owner: person.nullable(),
  startsOn: plainDate.nullable(),
  dueOn: plainDate.nullable(),
  doneOn: plainDate.nullable(),
  isLate: z.boolean(),
  /** The quarter of its date: `2026-Q4`. */
  quarter: z.string().nullable(),
  measure: measure.nullable(),
  /** 0 to 100: by measure where there is one, else as a person typed it (`typedProgress`). */
  progress: z.number().min(0).max(100).nullable(),
  typedProgress: z.number().min(0).max(100).nullable(),
  isInternal: z.boolean(),
});
export type RoadmapItem = z.infer<typeof roadmapItem>;

export const obstacle = z.object({
  id: recordId,
  key: z.string(),
  name: z.string(),
  status: objectiveStatuses.schema,
  description: z.string().nullable(),
  likelihood: degrees.schema.nullable(),
  impact: degrees.schema.nullable(),
  answer: z.string().nullable(),
  owner: person.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: plainDate.nullable(),
  /** Only where somebody gave it one. */
  dueOn: plainDate.nullable(),
  isInternal: z.boolean(),
});
export type Obstacle = z.infer<typeof obstacle>;

/** A need that an initiative may serve, or serves. */
export const needToServe = z.object({
  id: recordId,
  /** The company of the family that it belongs to; null: the account itself. */
  companyId: recordId.nullable(),
  key: z.string(),
  name: z.string(),
  isHighRisk: z.boolean(),
  /** Neither met nor dropped: only these can be chosen. */
  isOpen: z.boolean(),
});
export type NeedToServe = z.infer<typeof needToServe>;

/** What stands on the roadmap of the plan that is shown, and in its way. */
export const objectivesSection = z.object({
  /** Late first, then by date, those that are over last. */
  roadmap: z.array(roadmapItem),
  /** The gravest first, those that are over last. */
  obstacles: z.array(obstacle),
  /** Open ones, and any that something on the roadmap serves; by name. */
  needs: z.array(needToServe),
});
export type ObjectivesSection = z.infer<typeof objectivesSection>;

/** What a person writes of an objective, a milestone or an initiative. */
const roadmapFields = {
  kind: roadmapKind,
  name,
  description: text,
  needKey: z.string().max(300).nullable(),
  ownerId: recordId.nullable(),
  startsOn: plainDate.nullable(),
  dueOn: plainDate,
  measureWords: z.string().trim().max(300, "too-long").nullable(),
  metric: metricNames.schema.nullable(),
  measureStart: z.number().nullable(),
  /** Not written where a KPI is linked. */
  measureNow: z.number().nullable(),
  measureTarget: z.number().nullable(),
  progress: z.number().min(0, "out-of-range").max(100, "out-of-range").nullable(),
  isInternal: z.boolean(),
};
const obstacleFields = {
  name,
  description: text,
  likelihood: z.enum(degrees.values, "choose-one"),
  impact: z.enum(degrees.values, "choose-one"),
  answer: text,
  ownerId: recordId.nullable(),
  nextStep: z.string().trim().max(500, "too-long").nullable(),
  nextStepOn: plainDate.nullable(),
  isInternal: z.boolean(),
};

const ordered = ({ startsOn, dueOn }: { startsOn: string | null; dueOn: string }) =>
  startsOn === null || startsOn <= dueOn;
const endsBeforeStart = { path: ["dueOn"], message: "ends-before-start" };

export const roadmapEdit = z.object(roadmapFields);
export type RoadmapEdit = z.infer<typeof roadmapEdit>;
export const obstacleEdit = z.object(obstacleFields);

const objectiveKey = z.string().min(1).max(300);

/** Made with the form: however often it is sent, and whatever was changed in between, it is one record. */
const once = { onceId: z.string().regex(/^[\w-]{8,64}$/, "not-valid") };

/** `POST /cards/objectives/add`: onto the roadmap. From a need: with its `needKey`. */
export const addObjective = z.object({ ...planWrite, ...once, ...roadmapFields }).refine(ordered, endsBeforeStart);
export type AddObjective = z.infer<typeof addObjective>;

/**
 * `POST /cards/objectives/edit`. `expected` is what the person saw: what they left as it was is not written; what somebody
 * else changed meanwhile is a conflict, with `found` as it stands now. Fields that nobody has filled may be null in it.
 */
export const editObjective = z
  .object({
    ...planWrite,
    objectiveKey,
    ...roadmapFields,
    expected: roadmapEdit.extend({ dueOn: plainDate.nullable() }),
  })
  .refine(ordered, endsBeforeStart);
export type EditObjective = z.infer<typeof editObjective>;

/** `POST /cards/objectives/move`: one click on an objective or an obstacle. Another status or date there now is a conflict. */
export const moveObjective = z.object({
  ...planWrite,
  objectiveKey,
  move: z.enum(objectiveMoves),
  expected: z.object({ status: objectiveStatuses.schema, dueOn: plainDate.nullable() }),
});
export type MoveObjective = z.infer<typeof moveObjective>;

/** `POST /cards/obstacles/add`. */
export const addObstacle = z.object({ ...planWrite, ...once, ...obstacleFields });
export type AddObstacle = z.infer<typeof addObstacle>;

/** `POST /cards/obstacles/edit`; `expected` and `found` as for objectives. */
export const editObstacle = z.object({
  ...planWrite,
  objectiveKey,
  ...obstacleFields,
  expected: obstacleEdit.extend({ likelihood: degrees.schema.nullable(), impact: degrees.schema.nullable() }),
});
export type EditObstacle = z.infer<typeof editObstacle>;

/** `found` of a conflict over an objective, an obstacle, a move: the fields that somebody else changed. */
export const foundObjective = editObjective.shape.expected.extend({ status: objectiveStatuses.schema }).partial();
export const foundObstacle = editObstacle.shape.expected.partial();
