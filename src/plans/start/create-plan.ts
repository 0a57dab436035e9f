import {
  company,
  isManaged,
  ownTargets,
  parsePeriod,
  Problem,
  type AccountProperties,
  type CreatePlan,
  type PlanCreated,
} from "@keyline/domain";
import { todayOf, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import type { PlanAccount } from "../facts.ts";
import { makeObjectives } from "../life/make-objectives.ts";
import { makePlan } from "../life/make-plan.ts";
import { writePlan } from "../life/write-plan.ts";
import { readAccount } from "../read-account.ts";
import { isUnfinished } from "../unfinished.ts";
import { draftPlan } from "./draft-plan.ts";

/**
 * One plan for one company and period, whoever presses the button and however often. HubSpot keeps the key unique, so of
 * two who create at once one makes the record, and the other finds it. The plan comes first, with its company; a crash
 * after it leaves a plan that says it is unfinished, and creating again fills in what lacks.
 */
export async function createPlan(desk: Desk, asked: CreatePlan): Promise<PlanCreated> {
  return createPlanOf(desk, await readAccount(desk, asked.companyId), asked);
}

/** The same for those who have read the account already. */
export async function createPlanOf(desk: Desk, account: PlanAccount, asked: CreatePlan): Promise<PlanCreated> {
  const { hubspot, settings } = desk;
  const today = todayOf(desk);
  const period = parsePeriod(asked.period, settings.fiscalYearStartMonth);
  const own = targetsOf(account);
  const draft = draftPlan(desk, asked, { account, period, today, own });
  const plan = await makePlan(hubspot, account, draft.plan);
  if (plan.properties.account_type !== asked.type) {
    return {
      ...(await saved(desk, { companyId: account.id, planKey: plan.properties.plan_key })),
      outcome: "already-there",
    };
  }
  if (isUnfinished(plan)) {
    await makeObjectives(hubspot, { companyId: account.id, planId: plan.id }, draft.objectives);
    await writePlan(hubspot, plan.id, { open_objectives: draft.objectives.length });
  }
  if (asked.startsManaging && !isManaged(account.company.properties)) await startManaging(desk, account, asked);
  return saved(desk, { companyId: account.id, planKey: plan.properties.plan_key });
}

/** Gives the account what it lacks; check-ins follow by themselves. */
async function startManaging(desk: Desk, { id, company: { properties } }: PlanAccount, asked: CreatePlan) {
  const given: Partial<AccountProperties> = {
    ...(properties.am_account_type === null && { am_account_type: asked.type }),
    ...(properties.am_rhythm === null && {
      am_rhythm: desk.settings.rhythms[properties.am_account_type ?? asked.type],
      am_rhythm_anchor: todayOf(desk),
    }),
    ...(properties.am_lead_manager === null && asked.ownerId !== null && { am_lead_manager: asked.ownerId }),
  };
  const { refused } = await desk.hubspot.records(company).update([{ id, properties: given }]);
  if (refused[0]) throw refused[0].problem;
}

/** Targets that a person has spoilt are those of the type. */
function targetsOf({ company: { properties } }: PlanAccount) {
  try {
    return ownTargets.read(properties.am_targets);
  } catch (problem) {
    if (problem instanceof Problem) return null;
    throw problem;
  }
}
