import { isOpenObjective, isPlainDate, minorOf, planStatuses, type MetricName, type PlainDate } from "@keyline/domain";
import type { Rec, RecordHistory } from "../../hubspot/index.ts";
import type { KpiRecord, NeedRecord, ObjectiveRecord, PlanRecord } from "../facts.ts";
import { reviewedTexts, type Change, type TextName } from "./change.ts";
import { stepSince, type Step } from "./past.ts";

/** Records as they stand, and what they were. */
export interface Remembered<R extends Rec> {
  readonly record: R;
  readonly past: RecordHistory | undefined;
}

export interface ReviewFacts {
  /** The moment up to which the last review knew everything, and the day of it. */
  readonly sinceMs: number;
  readonly since: PlainDate;
  readonly today: PlainDate;
  readonly currency: string;
  readonly plan: Remembered<PlanRecord>;
  /** Those of the plan. */
  readonly objectives: readonly Remembered<ObjectiveRecord>[];
  /** Those of the account. */
  readonly needs: readonly Remembered<NeedRecord>[];
  /** The metrics of the plan's period. */
  readonly kpis: readonly Remembered<KpiRecord>[];
  /** The date of a moment on the portal's clock. */
  dateOf(moment: string): PlainDate;
}

/** What has changed since the last review, the weightiest first: needs and results, then the road, then the plan's own words. */
export function changesSince(facts: ReviewFacts): Change[] {
  return [
    ...needChanges(facts),
    ...planNumbers(facts),
    ...facts.kpis.flatMap((kpi) => metricChange(kpi, facts)),
    ...roadChanges(facts),
    ...planWords(facts),
  ];
}

function needChanges({ needs, since, sinceMs, dateOf }: ReviewFacts): Change[] {
  const isSince = (date: PlainDate | null) => date !== null && date > since;
  const isNew = ({ record }: Remembered<NeedRecord>) =>
    isSince(record.properties.voiced_on ?? dateOf(record.createdAt));
  const became = (status: string, dateIn: "met_on" | "dropped_on") =>
    needs.filter(({ record, past }) => {
      const step = stepSince(past, "need_status", sinceMs);
      return record.properties.need_status === status && (step !== null || isSince(record.properties[dateIn]));
    });
  const risky = needs.filter((need) => {
    const isHigh = need.record.properties.risk === "high";
    return isHigh && (isNew(need) || stepSince(need.past, "risk", sinceMs) !== null);
  });
  const fresh = needs.filter((need) => isNew(need) && !risky.includes(need));
  return [
    ...named("needs-met", became("met", "met_on").map(needName)),
    ...named("needs-risk", risky.map(needName)),
    ...named("needs-new", fresh.map(needName)),
    ...named("needs-dropped", became("dropped", "dropped_on").map(needName)),
  ];
}

function planNumbers({ plan, sinceMs, currency }: ReviewFacts): Change[] {
  const amount = (text: string) => (text === "" ? null : minorOf(Number(text), currency));
  const money = (kind: "goal" | "budget", property: string): Change[] => {
    const step = stepSince(plan.past, property, sinceMs);
    return step ? [{ kind, from: amount(step.from), to: amount(step.to) }] : [];
  };
  return [...money("goal", "revenue_goal"), ...money("budget", "budget")];
}

function metricChange({ record, past }: Remembered<KpiRecord>, { sinceMs, currency }: ReviewFacts): Change[] {
  const { metric, unit, is_no_data: isEmpty } = record.properties;
  const step = stepSince(past, "actual", sinceMs);
  if (!metric || isEmpty || !step || step.from === "" || step.to === "") return [];
  const read = (text: string) => (unit === "money" ? minorOf(Number(text), currency) : Number(text));
  return [{ kind: "metric", metric: metric satisfies MetricName, from: read(step.from), to: read(step.to) }];
}

function roadChanges({ objectives, since, sinceMs, today, dateOf }: ReviewFacts): Change[] {
  const isSince = (date: PlainDate | null) => date !== null && date > since;
  const road = objectives.filter(({ record }) => record.properties.objective_kind !== "obstacle");
  const obstacles = objectives.filter(({ record }) => record.properties.objective_kind === "obstacle");
  // What an import brings has begun before it was written.
  const isNew = ({ record }: Remembered<ObjectiveRecord>) =>
    isSince(dateOf(record.createdAt)) &&
    isSince(record.properties.starts_on ?? dateOf(record.createdAt)) &&
    !isCarried(record);
  const became = (of: typeof road, status: string) =>
    of.filter(({ record, past }) => {
      const hasStep = stepSince(past, "objective_status", sinceMs) !== null;
      return record.properties.objective_status === status && (hasStep || isSince(record.properties.done_on));
    });
  const moved = road.flatMap(({ record, past }): Change[] => {
    const step = stepSince(past, "due_on", sinceMs);
    return step && isOpen(record) ? movedChange(objectiveName({ record }), step) : [];
  });
  const late = road.filter(({ record }) => {
    const { due_on: due } = record.properties;
    return isOpen(record) && due !== null && due < today;
  });
  return [
    ...named("done", became(road, "done").map(objectiveName)),
    ...named("new", road.filter(isNew).map(objectiveName)),
    ...named("dropped", became(road, "dropped").map(objectiveName)),
    ...moved,
    ...named("late", late.map(objectiveName)),
    ...named("obstacles-new", obstacles.filter(isNew).map(objectiveName)),
    ...named("obstacles-over", became(obstacles, "done").map(objectiveName)),
  ];
}

function planWords({ plan, sinceMs }: ReviewFacts): Change[] {
  const owner = stepSince(plan.past, "hubspot_owner_id", sinceMs);
  const status = stepSince(plan.past, "plan_status", sinceMs);
  const texts: TextName[] = reviewedTexts.filter((name) => stepSince(plan.past, name, sinceMs) !== null);
  return [
    ...(owner ? [{ kind: "owner" as const, from: owner.from || null, to: owner.to || null }] : []),
    ...(status && planStatuses.has(status.to) && status.to === "active" && status.from === "draft"
      ? [{ kind: "status" as const, to: status.to }]
      : []),
    ...(texts.length > 0 ? [{ kind: "texts" as const, names: texts }] : []),
  ];
}

function movedChange(name: string, { from, to }: Step): Change[] {
  const [before, after] = [from.slice(0, 10), to.slice(0, 10)];
  return isPlainDate(before) && isPlainDate(after) ? [{ kind: "moved", name, from: before, to: after }] : [];
}

type Named = Extract<Change, { names: string[] }>["kind"];

function named(kind: Exclude<Named, "texts">, names: string[]): Change[] {
  return names.length > 0 ? [{ kind, names }] : [];
}

/** What went on from an earlier plan is not new. */
function isCarried({ properties }: ObjectiveRecord): boolean {
  return properties.carried_from !== null;
}

function isOpen({ properties }: ObjectiveRecord): boolean {
  return isOpenObjective({ status: properties.objective_status ?? "planned" });
}

function needName({ record }: Remembered<NeedRecord>): string {
  return record.properties.need_name ?? record.id;
}

function objectiveName({ record }: Pick<Remembered<ObjectiveRecord>, "record">): string {
  return record.properties.objective_name ?? record.id;
}
