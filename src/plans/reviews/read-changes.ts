import {
  accountKpi,
  accountKpiKey,
  accountNeed,
  accountPlan,
  addDays,
  dateIn,
  metricNames,
  planObjective,
  startOfDay,
  timeZoneOf,
  type PlainDate,
} from "@keyline/domain";
import { readOwners, todayOf, type Desk } from "../../desk/index.ts";
import type { RecordHistory } from "../../hubspot/index.ts";
import type { PlanRecord } from "../facts.ts";
import { readKpis } from "../objectives/read-kpis.ts";
import { readNeeds, readObjectives } from "../objectives/read-objectives.ts";
import { readAccount } from "../read-account.ts";
import { reviewedTexts } from "./change.ts";
import { changeWords } from "./change-words.ts";
import { changesSince, type ReviewFacts } from "./changes-since.ts";

/** Properties of which a review tells. */
const ofPlan = [
  "revenue_goal",
  "budget",
  "hubspot_owner_id",
  "plan_status",
  "last_reviewed_on",
  ...reviewedTexts,
] as const;
const ofNeed = ["need_status", "risk"] as const;
const ofKpi = { properties: ["actual"], idProperty: accountKpi.key } as const;
const ofObjective = ["objective_status", "due_on"] as const;

/** What has changed about a plan since its last review, as sentences in the language of who asks. */
export async function readChanges(desk: Desk, companyId: string, plan: PlanRecord): Promise<string[]> {
  const { hubspot, settings, currency, caller } = desk;
  const [account, owners] = await Promise.all([readAccount(desk, companyId), readOwners(hubspot, settings)]);
  const period = plan.properties.period;
  const [objectives, needs, kpis, kpiPasts, [past], needPasts, objectivePasts] = await Promise.all([
    readObjectives(desk, account),
    readNeeds(desk, account),
    period === null ? [] : readKpis(desk, account.id, [period]),
    period === null ? [] : hubspot.records(accountKpi).history(kpiKeys(account.id, period), ofKpi),
    hubspot.records(accountPlan).history([plan.id], { properties: ofPlan }),
    account.needIds.length === 0 ? [] : hubspot.records(accountNeed).history(account.needIds, { properties: ofNeed }),
    account.objectiveIds.length === 0
      ? []
      : hubspot.records(planObjective).history(account.objectiveIds, { properties: ofObjective }),
  ]);
  const timeZone = timeZoneOf(settings, desk.timeZone);
  const own = objectives.filter(({ properties }) => properties.plan_key === plan.properties.plan_key);
  const facts: ReviewFacts = {
    ...sinceOf(plan, past, timeZone),
    today: todayOf(desk),
    currency,
    plan: { record: plan, past },
    objectives: remembered(own, objectivePasts),
    needs: remembered(needs, needPasts),
    kpis: remembered(kpis, kpiPasts),
    dateOf: (moment) => dateIn(timeZone, new Date(moment)),
  };
  const around = {
    language: caller.language,
    currency,
    today: facts.today,
    nameOf: (id: string) => owners.get(id)?.name || id,
  };
  return changesSince(facts).map((change) => changeWords(change, around));
}

/**
 * Up to when the last review knew everything: the moment at which it was closed. Where that was written on another day than
 * it names (an import), the end of the day it names; before the first review, the plan's own beginning.
 */
function sinceOf(
  { properties, createdAt }: PlanRecord,
  past: RecordHistory | undefined,
  timeZone: string,
): Pick<ReviewFacts, "since" | "sinceMs"> {
  const { last_reviewed_on: reviewed, starts_on: starts } = properties;
  const created = dateIn(timeZone, new Date(createdAt));
  if (reviewed === null) {
    const since: PlainDate = starts !== null && starts < created ? starts : created;
    return { since, sinceMs: Date.parse(createdAt) };
  }
  const written = past?.values["last_reviewed_on"]?.[0]?.at;
  const isThatDay = written !== undefined && dateIn(timeZone, new Date(written)) === reviewed;
  const sinceMs = isThatDay ? Date.parse(written) : startOfDay(addDays(reviewed, 1), timeZone).getTime();
  return { since: reviewed, sinceMs };
}

function kpiKeys(companyId: string, period: string): string[] {
  return metricNames.values.map((metric) => accountKpiKey(companyId, metric, period));
}

/** Records with their history, in the order in which they were made. */
function remembered<R extends { id: string }>(
  records: readonly R[],
  pasts: readonly RecordHistory[],
): { record: R; past: RecordHistory | undefined }[] {
  const byId = new Map(pasts.map((past) => [past.id, past]));
  const inOrder = records.toSorted((one, other) => Number(one.id) - Number(other.id));
  return inOrder.map((record) => ({ record, past: byId.get(record.id) }));
}
