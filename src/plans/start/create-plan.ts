import {
  accountPlan,
  company,
  isManaged,
  ownTargets,
  parsePeriod,
  planObjective,
  Problem,
  type AccountProperties,
  type CreatePlan,
  type PlanCreated,
} from "@keyline/domain";
import { todayOf, type Desk } from "../../desk/index.ts";
import type { HubSpot } from "../../hubspot/index.ts";
import { saved } from "../cards/saved.ts";
import type { PlanAccount, PlanRecord } from "../facts.ts";
import { readAccount } from "../read-account.ts";
import { isUnfinished } from "../unfinished.ts";
import { draftPlan, type PlanDraft } from "./draft-plan.ts";

/**
 * One plan for one company and period, whoever presses the button and however often. HubSpot keeps the key unique, so of
 * two who create at once one makes the record, and the other finds it. The plan comes first, with its company; a crash
 * after it leaves a plan that says it is unfinished, and creating again fills in what lacks.
 */
export async function createPlan(desk: Desk, asked: CreatePlan): Promise<PlanCreated> {
  const { hubspot, settings } = desk;
  const [account, today] = [await readAccount(desk, asked.companyId), todayOf(desk)];
  const period = parsePeriod(asked.period, settings.fiscalYearStartMonth);
  const own = targetsOf(account);
  const draft = draftPlan(desk, asked, { account, period, today, own });
  const plan = (await findPlan(hubspot, account, draft)) ?? (await makePlan(hubspot, account, draft));
  if (plan.properties.account_type !== asked.type) {
    return {
      ...(await saved(desk, { companyId: account.id, planKey: plan.properties.plan_key })),
      outcome: "already-there",
    };
  }
  if (isUnfinished(plan)) await makeObjectives(hubspot, account, plan, draft);
  if (asked.startsManaging && !isManaged(account.company.properties)) await startManaging(desk, account, asked);
  return saved(desk, { companyId: account.id, planKey: plan.properties.plan_key });
}

/** The plan of that period: by its key, or under the key of a company that was merged into this one. */
async function findPlan(hubspot: HubSpot, account: PlanAccount, { plan }: PlanDraft): Promise<PlanRecord | null> {
  const records = hubspot.records(accountPlan);
  const [byKey, known] = await Promise.all([
    records.read([plan.plan_key], { idProperty: accountPlan.key }),
    account.planIds.length === 0 ? [] : records.read(account.planIds),
  ]);
  return byKey[0] ?? known.find(({ properties }) => properties.period === plan.period) ?? null;
}

/**
 * Makes the record, with its company in the same call. Where the key is taken, or the answer was lost, what stands there
 * is the plan. Throws HubSpot's refusal.
 */
async function makePlan(hubspot: HubSpot, account: PlanAccount, draft: PlanDraft): Promise<PlanRecord> {
  const { typeId, category } = await hubspot.associations.type(accountPlan, "companies");
  const properties = withoutNulls(draft.plan);
  const made = await hubspot
    .records(accountPlan)
    .create([{ properties, associations: [{ to: account.id, typeId, category }] }])
    .catch((problem: unknown) => ({ written: [], refused: [{ key: "0", problem }] }));
  const record = made.written[0]?.record;
  if (record) return record;
  const standing = await findPlan(hubspot, account, draft);
  if (standing) return standing;
  throw made.refused[0]?.problem ?? new Problem("unavailable", "HubSpot did not say what became of the plan.");
}

/** Those of the template that are not there yet: what somebody has changed meanwhile stays. */
async function makeObjectives(
  hubspot: HubSpot,
  account: PlanAccount,
  plan: PlanRecord,
  { objectives }: PlanDraft,
): Promise<void> {
  const records = hubspot.records(planObjective);
  const keys = objectives.map(({ key }) => key);
  const standing = await records.read(keys, { idProperty: planObjective.key, properties: ["objective_key"] });
  const known = new Set(standing.map(({ properties }) => properties.objective_key));
  const missing = objectives.filter(({ key }) => !known.has(key));
  const made = await records.upsert(missing.map((one) => ({ ...one, properties: withoutNulls(one.properties) })));
  if (made.refused[0]) throw made.refused[0].problem;
  const ids = [...standing.map(({ id }) => id), ...made.written.map(({ id }) => id)];
  const ties = await Promise.all([
    hubspot.associations.create(
      planObjective,
      accountPlan,
      ids.map((from) => ({ from, to: plan.id })),
    ),
    hubspot.associations.create(
      planObjective,
      "companies",
      ids.map((from) => ({ from, to: account.id })),
    ),
  ]);
  for (const { refused } of ties) if (refused[0]) throw refused[0].problem;
  const finished = await hubspot
    .records(accountPlan)
    .update([{ id: plan.id, properties: { open_objectives: ids.length } }]);
  if (finished.refused[0]) throw finished.refused[0].problem;
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

/** HubSpot takes no null where a record is made. */
function withoutNulls<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as T;
}
