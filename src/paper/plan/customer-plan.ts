import {
  type MetricName,
  type Person,
  type PlainDate,
  type PlanAnswer,
  type PlanHead,
  type PlanMeasure,
  type ReviewRhythm,
  type RoadmapItem,
  type TeamRole,
} from "@keyline/domain";

/**
 * All that a customer may see of a plan, and nothing else: the customer's page is given this and never the plan itself.
 * Why each thing is in or out: docs/decisions/0015-customers-version.md.
 */
export interface CustomerPlan {
  company: string;
  currency: string;
  today: PlainDate;
  period: string | null;
  startsOn: PlainDate | null;
  endsOn: PlainDate | null;
  preparedBy: string | null;
  aim: string | null;
  roadmap: readonly CustomerObjective[];
  ourPromises: string | null;
  theirPromises: string | null;
  /** What we measure ourselves by, and aim at. */
  aims: readonly Pick<PlanMeasure, "metric" | "unit" | "target">[];
  reviewRhythm: ReviewRhythm | null;
  nextReviewOn: PlainDate | null;
  whoIsTold: string | null;
  team: readonly { name: string; role: TeamRole }[];
  agreedOn: PlainDate | null;
  agreedBy: string | null;
}

export interface CustomerObjective {
  name: string;
  description: string | null;
  kind: RoadmapItem["kind"];
  status: RoadmapItem["status"];
  owner: string | null;
  dueOn: PlainDate | null;
  isLate: boolean;
  progress: number | null;
}

/** What we sell to them is our aim, not theirs: an objective that is measured by it stays inside. */
const ourOwnMetrics: readonly MetricName[] = ["new_sales", "upsell", "revenue_growth", "open_pipeline"];

export function customerPlan(answer: PlanAnswer, plan: PlanHead): CustomerPlan {
  const { values } = plan;
  return {
    company: answer.company.name,
    currency: answer.currency,
    today: answer.today,
    period: plan.period,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    preparedBy: (plan.owner ?? answer.leadManager)?.name ?? null,
    aim: values.growth,
    roadmap: answer.objectives.roadmap.filter(isShared).map(objectiveOf),
    ourPromises: values.ourPromises,
    theirPromises: values.theirPromises,
    aims: plan.success.measures.filter(isService).map(({ metric, unit, target }) => ({ metric, unit, target })),
    reviewRhythm: values.reviewRhythm,
    nextReviewOn: values.nextReviewOn,
    whoIsTold: values.whoIsTold,
    team: teamOf(values.team, answer.owners),
    agreedOn: values.agreedOn,
    agreedBy: values.agreedBy,
  };
}

/** How well they are served, which both sides want. How they are doing in it is for the review, not for the plan. */
const serviceMetrics: readonly MetricName[] = ["satisfaction", "nps", "check_ins_kept", "recommendations_adopted"];

function isService({ metric, target }: PlanMeasure): boolean {
  return target !== null && serviceMetrics.includes(metric);
}

function isShared({ isInternal, status, measure }: RoadmapItem): boolean {
  const isOurs = measure?.metric ? ourOwnMetrics.includes(measure.metric) : false;
  return !isInternal && !isOurs && status !== "dropped";
}

function objectiveOf(one: RoadmapItem): CustomerObjective {
  const { name, description, kind, status, dueOn, isLate, progress } = one;
  return { name, description, kind, status, owner: one.owner?.name ?? null, dueOn, isLate, progress };
}

/** By name alone: who has left us is nobody to call. */
function teamOf(team: PlanHead["values"]["team"], owners: readonly Person[]): CustomerPlan["team"] {
  const names = new Map(owners.map(({ id, name }) => [id, name]));
  return team.flatMap(({ ownerId, role }) => {
    const name = names.get(ownerId);
    return name === undefined ? [] : [{ name, role }];
  });
}
