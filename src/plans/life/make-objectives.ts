import { accountNeed, accountPlan, planObjective, type PlanObjective } from "@keyline/domain";
import type { HubSpot, PairRefusal } from "../../hubspot/index.ts";
import { withoutNulls } from "./make-plan.ts";

/** One line of a plan before it is written. `needId`: what it serves. */
export interface NewObjective {
  readonly key: string;
  readonly properties: Partial<PlanObjective>;
  readonly needId?: string | null;
}

/**
 * Makes those that are not there yet, by their keys, and ties all of them to the plan, the company and their needs: what
 * somebody has changed meanwhile stays, and a crash in the middle is made good by doing it again. Throws HubSpot's refusal.
 */
export async function makeObjectives(
  hubspot: HubSpot,
  { companyId, planId }: { companyId: string; planId: string },
  objectives: readonly NewObjective[],
): Promise<void> {
  if (objectives.length === 0) return;
  const records = hubspot.records(planObjective);
  const read = { idProperty: planObjective.key, properties: ["objective_key"] } as const;
  const standing = await records.read(
    objectives.map(({ key }) => key),
    read,
  );
  const ids = new Map(standing.map(({ id, properties }) => [properties.objective_key, id]));
  const missing = objectives.filter(({ key }) => !ids.has(key));
  const made = await records.upsert(
    missing.map(({ key, properties }) => ({ key, properties: withoutNulls(properties) })),
  );
  if (made.refused[0]) throw made.refused[0].problem;
  for (const { key, id } of made.written) ids.set(key, id);
  const pairs = objectives.flatMap(({ key, needId }) => {
    const from = ids.get(key);
    return from === undefined ? [] : [{ from, needId }];
  });
  const { associations } = hubspot;
  const toNeeds = pairs.flatMap(({ from, needId }) => (needId ? [{ from, to: needId }] : []));
  const ties = await Promise.all([
    associations.create(
      planObjective,
      accountPlan,
      pairs.map(({ from }) => ({ from, to: planId })),
    ),
    associations.create(
      planObjective,
      "companies",
      pairs.map(({ from }) => ({ from, to: companyId })),
    ),
    toNeeds.length > 0 ? associations.create(planObjective, accountNeed, toNeeds) : nothingRefused,
  ]);
  for (const { refused } of ties) if (refused[0]) throw refused[0].problem;
}

const nothingRefused: { refused: PairRefusal[] } = { refused: [] };
