import { parsePeriod, type KpisRecalculated, type RecalculateKpis } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { readNamed } from "../accounts/read-accounts.ts";
import { readPortalFacts } from "../portal-facts.ts";
import { recalculateGroup } from "../recalculate-group.ts";
import { readKpiAccount } from "./kpi-account.ts";
import { kpisOf } from "./kpis-of.ts";

/**
 * The metrics of some periods of one company, now: its facts are read once for all of them. What HubSpot takes is saved,
 * also when it refuses the rest.
 */
export async function recalculateNow(
  desk: Desk,
  { companyId, periods: keys, shown }: RecalculateKpis,
): Promise<KpisRecalculated> {
  const { hubspot, settings } = desk;
  const periods = keys.map((key) => parsePeriod(key, settings.fiscalYearStartMonth));
  await readKpiAccount(desk, companyId);
  const portal = await readPortalFacts(desk);
  const accounts = await readNamed(hubspot, portal, [companyId]);
  const { written, refused } = await recalculateGroup(hubspot, portal, accounts, {
    periods,
    isCertain: true,
    isRun: false,
    isNamed: true,
    isMarked: false,
    isThorough: true,
    isDryRun: false,
    wantsAnswers: false,
  });
  const first = refused[0]?.problem;
  if (first && written === 0) throw first;
  const words = first && (first.words?.[desk.caller.language] ?? first.message);
  return {
    outcome: "saved",
    changed: written,
    refused: words ?? null,
    kpis: await kpisOf(desk, { companyId, period: shown }),
  };
}
