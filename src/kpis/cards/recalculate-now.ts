import { parsePeriod, type KpisRecalculated, type RecalculateKpis } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { recalculate } from "../recalculate.ts";
import { readKpiAccount } from "./kpi-account.ts";
import { kpisOf } from "./kpis-of.ts";

/** The metrics of one period of one company, now. What HubSpot takes is saved, also when it refuses the rest. */
export async function recalculateNow(
  desk: Desk,
  { companyId, period, shown }: RecalculateKpis,
): Promise<KpisRecalculated> {
  parsePeriod(period, desk.settings.fiscalYearStartMonth);
  await readKpiAccount(desk, companyId);
  const { written, refused } = await recalculate(desk, { period, companyIds: [companyId] });
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
