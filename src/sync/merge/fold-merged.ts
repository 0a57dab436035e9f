import { accountKpi, accountPlan, dateIn, planObjective, timeZoneOf } from "@keyline/domain";
import { recalculate } from "../../kpis/index.ts";
import type { PortalParts, Settled } from "../settle.ts";
import { decideFold, type Fold } from "./decide-fold.ts";
import { objectOf, readMerged, type RecordName } from "./read-merged.ts";

/**
 * Makes one account of companies that became one: what names a company that is gone names the one that is left, of two
 * plans for a period one goes on, and past numbers are computed for both together. May stop anywhere and be done again;
 * once everything is folded it writes nothing.
 */
export async function foldMerged(parts: PortalParts, companyIds: readonly string[]): Promise<Settled> {
  const { hubspot, settings, now } = parts;
  const merged = await readMerged(hubspot, companyIds);
  const { timeZone } = await hubspot.account();
  const today = dateIn(timeZoneOf(settings, timeZone), now());
  const folds = merged.map((one) => decideFold(one, today, settings.language.labels));
  const result: Settled = { companies: merged.length, written: 0, refused: [] };
  // Whose a record is comes before everything that counts by it; a plan is closed once its objectives have left it.
  for (const name of ["checkIns", "needs", "signals", "objectives"] as const) await write(parts, folds, name, result);
  await moveObjectives(parts, folds);
  await write(parts, folds, "plans", result);
  await renewNumbers(parts, folds, result);
  return result;
}

async function write(
  { hubspot }: PortalParts,
  folds: readonly Fold[],
  name: Exclude<RecordName, "kpis">,
  result: Settled,
): Promise<void> {
  const updates = folds.flatMap((fold) => fold.updates[name]);
  const { written, refused } = await hubspot.records(objectOf(name)).update(updates);
  result.written += written.length;
  result.refused.push(
    ...refused.map(({ key, problem }) => ({ key: `${objectOf(name).name} ${key}`, message: problem.message })),
  );
}

async function moveObjectives({ hubspot }: PortalParts, folds: readonly Fold[]): Promise<void> {
  const moved = folds.flatMap((fold) => fold.moved);
  if (moved.length === 0) return;
  const pairs = (plan: "from" | "to") => moved.map((one) => ({ from: one.objectiveId, to: one[plan] }));
  await hubspot.associations.create(planObjective, accountPlan, pairs("to"));
  await hubspot.associations.remove(planObjective, accountPlan, pairs("from"));
}

/** The numbers of companies that are gone go to the bin once the one that is left has its own for the same periods. */
async function renewNumbers(parts: PortalParts, folds: readonly Fold[], result: Settled): Promise<void> {
  for (const period of new Set(folds.flatMap(({ periods }) => periods))) {
    const companyIds = folds.filter(({ periods }) => periods.includes(period)).map(({ companyId }) => companyId);
    const { written, refused } = await recalculate(parts, { period, companyIds });
    result.written += written;
    result.refused.push(...refused.map(({ key, problem }) => ({ key, message: problem.message })));
  }
  // A number that HubSpot did not take stays where it can be seen, until the next time.
  const failed = new Set(result.refused.map(({ key }) => key.split(":")[0]));
  const old = folds.flatMap(({ companyId, oldKpis }) => (failed.has(companyId) ? [] : oldKpis));
  if (old.length > 0) await parts.hubspot.records(accountKpi).archive(old);
  result.written += old.length;
}
