import {
  openNeedStatuses,
  openObjectiveStatuses,
  type AccountNeed,
  type AccountPlan,
  type Language,
  type PlainDate,
  type PlanObjective,
} from "@keyline/domain";
import type { MergedCompany, MergedRecord, RecordName } from "./read-merged.ts";

/** What folding a company calls for; nothing once it is folded. */
export interface Fold {
  companyId: string;
  /** Records that still name a company which is gone, or a plan that is closed here. */
  updates: { [N in Exclude<RecordName, "kpis">]: { id: string; properties: object }[] };
  /** Objectives that get another plan, by record ids. */
  moved: { objectiveId: string; from: string; to: string }[];
  /** Periods to be computed anew for the company, before the numbers of those that are gone are put away. */
  periods: string[];
  /** Numbers of companies that are gone. */
  oldKpis: string[];
}

type Plan = MergedRecord<"plans">;

/**
 * One company out of several: everything names the one that is left, its numbers are its own, and of two plans for one
 * period one goes on. Keys stay as they are, except that numbers are made anew under the company's own.
 */
export function decideFold(merged: MergedCompany, today: PlainDate, language: Language): Fold {
  const { records } = merged;
  const ofGone = new Set(merged.mergedIds);
  const own = { company_record_id: Number(merged.id) };
  const isStray = (record: { properties: { company_record_id: number | null } }) =>
    ofGone.has(String(record.properties.company_record_id));
  const strays = (some: readonly MergedRecord<"checkIns" | "signals">[]) =>
    some.filter(isStray).map(({ id }) => ({ id, properties: own }));

  const closing = plansToClose(records.plans);
  const keptFor = new Map(closing.map(({ plan, kept }) => [plan.properties.plan_key, kept]));
  const toPlan = (key: string | null, isOpen: boolean) => (key && isOpen ? keptFor.get(key) : undefined);
  const moved: Fold["moved"] = [];
  const changes = <T extends object>(isStrayOne: boolean, kept: Plan | undefined) => ({
    ...(isStrayOne && own),
    ...(kept && { plan_key: kept.properties.plan_key }),
  }) as Partial<T>; // prettier-ignore

  const objectives = records.objectives.flatMap((one) => {
    const { plan_key: key, objective_status: status } = one.properties;
    const kept = toPlan(key, isAmong(openObjectiveStatuses, status));
    const from = closing.find(({ plan }) => plan.properties.plan_key === key)?.plan.id;
    if (kept && from) moved.push({ objectiveId: one.id, from, to: kept.id });
    return update(one.id, changes<PlanObjective>(isStray(one), kept));
  });
  const needs = records.needs.flatMap((one) => {
    const kept = toPlan(one.properties.plan_key, isAmong(openNeedStatuses, one.properties.need_status));
    return update(one.id, changes<AccountNeed>(isStray(one), kept));
  });
  const plans = records.plans.flatMap((plan) => {
    const kept = keptFor.get(plan.properties.plan_key);
    const closed = kept && plan !== kept ? closedFor(plan, kept, today, language) : {};
    const count = moved.filter(({ to }) => to === plan.id).length;
    const grown = count > 0 ? { open_objectives: (plan.properties.open_objectives ?? 0) + count } : {};
    return update(plan.id, { ...(isStray(plan) && own), ...closed, ...grown });
  });

  const oldKpis = records.kpis.filter(({ properties }) => ofGone.has((properties.kpi_key ?? "").split(":")[0] ?? ""));
  return {
    companyId: merged.id,
    updates: {
      checkIns: strays(records.checkIns.filter(isOver)),
      signals: strays(records.signals),
      needs,
      objectives,
      plans,
    },
    moved,
    periods: merged.isManaged ? [...new Set(oldKpis.flatMap(({ properties }) => properties.period ?? []))] : [],
    oldKpis: merged.isManaged ? oldKpis.map(({ id }) => id) : [],
  };
}

/** The planner takes over those that wait, and of two for one slot it takes one back: it finds them by the company that is gone. */
function isOver({ properties }: MergedRecord<"checkIns">): boolean {
  return properties.state !== "planned" && properties.state !== "overdue";
}

/** Of several open plans for one period, all but one, each with the one that goes on. */
function plansToClose(plans: readonly Plan[]): { plan: Plan; kept: Plan }[] {
  const open = plans.filter(({ properties }) => properties.period !== null && properties.plan_status !== "closed");
  return [...new Set(open.map(({ properties }) => properties.period))].flatMap((period) => {
    const [kept, ...others] = open.filter(({ properties }) => properties.period === period).sort(byLife);
    return kept ? others.map((plan) => ({ plan, kept })) : [];
  });
}

/** A plan that people work by stands before a draft; then the one that was touched last, then the one with more in it. */
function byLife(one: Plan, other: Plan): number {
  const isDraft = ({ properties }: Plan) => Number(properties.plan_status === "draft");
  const touched = ({ properties }: Plan) => properties.last_touched_on ?? "";
  return (
    isDraft(one) - isDraft(other) ||
    (touched(one) === touched(other) ? 0 : touched(one) > touched(other) ? -1 : 1) ||
    (other.properties.open_objectives ?? 0) - (one.properties.open_objectives ?? 0) ||
    Number(one.id) - Number(other.id)
  );
}

/** Closed, and readable as it stood; what people learnt is not written over. */
function closedFor(plan: Plan, kept: Plan, today: PlainDate, language: Language): Partial<AccountPlan> {
  const key = kept.properties.plan_key ?? "";
  const note = {
    en: `Two companies became one, and so did their plans: this one is continued in ${key}.`,
    ar: `دُمجت شركتان فصارت خطتاهما خطة واحدة: تُستكمل هذه الخطة في ${key}.`,
  };
  return {
    plan_status: "closed",
    closed_on: today,
    open_objectives: 0,
    ...(plan.properties.closing_note === null && { closing_note: note[language] }),
  };
}

function update(id: string, properties: object): { id: string; properties: object }[] {
  return Object.keys(properties).length > 0 ? [{ id, properties }] : [];
}

function isAmong(statuses: readonly string[], status: string | null): boolean {
  return status !== null && statuses.includes(status);
}
