import {
  accountPlanKey,
  majorOf,
  metricNames,
  nextReviewOn,
  planTeam,
  planTemplates,
  targetOf,
  teamOfAccount,
  templateItemKey,
  templateItems,
  type CreatePlan,
  type Period,
  type PlainDate,
  type Settings,
  type Targets,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { PlanAccount } from "../facts.ts";
import type { NewObjective } from "../life/make-objectives.ts";
import type { NewPlan } from "../life/make-plan.ts";
import { renewalOn } from "./start-of.ts";

/** A plan and its objectives, before anything is written. */
export interface PlanDraft {
  readonly plan: NewPlan;
  readonly objectives: readonly NewObjective[];
}

interface Facts {
  readonly account: PlanAccount;
  readonly period: Period;
  readonly today: PlainDate;
  readonly own: Targets | null;
}

/**
 * What a template becomes for one account and period, in the words of who creates it. Every key follows from company,
 * period and line: made twice, it is the same plan.
 */
export function draftPlan(
  { settings, currency, caller }: Desk,
  asked: Omit<CreatePlan, "idempotencyKey">,
  facts: Facts,
): PlanDraft {
  const { account, period, today, own } = facts;
  const { properties } = account.company;
  const template = planTemplates[asked.type];
  const say = (words: { en: string; ar: string }) => words[caller.language];
  const start = today > period.startsOn ? today : period.startsOn;
  const key = accountPlanKey(account.id, period.key);
  const team = teamOfAccount(properties);
  const plan: PlanDraft["plan"] = {
    plan_key: key,
    plan_name: `${account.name} ${period.key}`,
    plan_status: "draft",
    company_record_id: Number(account.id),
    hubspot_owner_id: asked.ownerId,
    account_type: asked.type,
    period: period.key,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    snapshot: asked.snapshot,
    revenue_goal: asked.goalMinor === null ? null : majorOf(asked.goalMinor, currency),
    team_roles: team.length > 0 ? planTeam.write(team) : null,
    review_rhythm: template.reviews,
    next_review_on: nextReviewOn(start, template.reviews, period.endsOn),
    who_is_told: say(template.whoIsTold),
    last_touched_on: today,
  };
  const items = templateItems(template, period, { from: today, renewalOn: renewalOn(account.company) });
  return {
    plan,
    objectives: items.map(({ line, dueOn }) => ({
      key: templateItemKey(account.id, period.key, line.id),
      properties: {
        objective_name: say(line.name),
        objective_kind: line.kind,
        objective_status: "planned",
        company_record_id: Number(account.id),
        hubspot_owner_id: asked.ownerId,
        plan_key: key,
        description: line.description ? say(line.description) : null,
        starts_on: start,
        due_on: dueOn,
        ...(line.metric && {
          kpi_metric: line.metric,
          measure: say(metricNames.labels[line.metric]),
          measure_target: targetFor(line.metric),
        }),
      },
    })),
  };

  function targetFor(metric: Parameters<typeof targetOf>[2]): number | null {
    return targetOf(settings satisfies Settings, { type: asked.type, own }, metric, period.kind)?.value ?? null;
  }
}
