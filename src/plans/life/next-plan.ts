import {
  accountPlanKey,
  majorOf,
  nextPeriod,
  nextReviewOn,
  parsePeriod,
  Problem,
  type AccountPlan,
  type Period,
  type PlanWritten,
  type StartNextPlan,
} from "@keyline/domain";
import { todayOf, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import type { PlanAccount, PlanRecord } from "../facts.ts";
import { readAccount } from "../read-account.ts";
import { readPlan } from "../read-plan.ts";
import { carryOver } from "./carry-over.ts";
import { close } from "./close-plan.ts";
import { makePlan, type NewPlan } from "./make-plan.ts";
import { mustStand, writePlan } from "./write-plan.ts";

/** What is true of the account rather than of the period: the next plan starts from it. */
const kept = [
  "account_type",
  "hubspot_owner_id",
  "snapshot",
  "upsell_openings",
  "why_they_buy",
  "strengths",
  "weaknesses",
  "opportunities",
  "threats",
  "value_to_them",
  "value_to_us",
  "competitors",
  "how_they_decide",
  "decision_criteria",
  "growth",
  "budget",
  "hours_planned",
  "team_roles",
  "obstacles_summary",
  "success_measures",
  "review_rhythm",
  "who_is_told",
  "internal_notes",
] as const satisfies readonly (keyof AccountPlan)[];

/**
 * The plan of the next period, once, whoever asks. Where this one is closed, or closes with it, what is open goes on
 * there; otherwise that happens when it is closed. The new plan counts its roadmap last: cut off before, it says that it
 * is unfinished, and asking again fills in what lacks.
 */
export async function startNextPlan(desk: Desk, asked: StartNextPlan): Promise<PlanWritten> {
  const { companyId, planKey, expected, closes, note, carry } = asked;
  const [account, plan] = await Promise.all([readAccount(desk, companyId), readPlan(desk, companyId, planKey)]);
  const isClosed = plan.properties.plan_status === "closed";
  if (!isClosed) mustStand(plan, expected);
  const period = periodAfter(plan, desk);
  const next = await makePlan(desk.hubspot, account, draftNext(desk, account, plan, period, asked.goalMinor));
  if (next.properties.plan_status === "closed") throw alreadyOver();
  if (isClosed || closes) {
    await carryOver(desk, account, { from: plan, to: next }, carry);
    await close(desk, plan, note);
  }
  if (next.properties.open_objectives === null) await writePlan(desk.hubspot, next.id, { open_objectives: 0 });
  return saved(desk, { companyId, planKey: next.properties.plan_key });
}

function draftNext(
  desk: Desk,
  account: PlanAccount,
  { properties }: PlanRecord,
  period: Period,
  goalMinor: number | null,
): NewPlan {
  const values = Object.fromEntries(kept.map((name) => [name, properties[name]])) as Partial<AccountPlan>;
  const today = todayOf(desk);
  const start = today > period.startsOn ? today : period.startsOn;
  return {
    ...values,
    plan_key: accountPlanKey(account.id, period.key),
    plan_name: `${account.name} ${period.key}`,
    plan_status: "draft",
    company_record_id: Number(account.id),
    period: period.key,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    revenue_goal: goalMinor === null ? null : majorOf(goalMinor, desk.currency),
    next_review_on: properties.review_rhythm ? nextReviewOn(start, properties.review_rhythm, period.endsOn) : null,
    carried_from: properties.plan_key,
    last_touched_on: today,
  };
}

/** Throws `invalid-input` for a plan whose period a person has written in some other way. */
function periodAfter({ properties }: PlanRecord, { settings }: Desk): Period {
  return nextPeriod(parsePeriod(properties.period ?? "", settings.fiscalYearStartMonth));
}

function alreadyOver(): Problem {
  const words = {
    en: "The plan of the next period is closed already.",
    ar: "خطة الفترة القادمة مغلقة من قبل.",
  };
  return new Problem("refused", words.en, { words });
}
