import { dateIn, periodKinds, periodOf, timeZoneOf, type Settings } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { recalculate, type Recalculated } from "./recalculate.ts";

export type RunningResult = Pick<Recalculated, "written" | "unchanged" | "refused">;

/**
 * Brings the KPIs of the running month, quarter and year and what the companies say of themselves up to date: of every
 * managed account, or of those named. Writes only what has changed.
 */
export async function recalculateRunning(
  parts: { hubspot: HubSpot; settings: Settings; now: () => Date },
  companyIds?: readonly string[],
): Promise<RunningResult> {
  const { settings, now } = parts;
  const { timeZone } = await parts.hubspot.account();
  const today = dateIn(timeZoneOf(settings, timeZone), now());
  const total: RunningResult = { written: 0, unchanged: 0, refused: [] };
  for (const kind of periodKinds.values) {
    const period = periodOf(kind, today, settings.fiscalYearStartMonth).key;
    const { written, unchanged, refused } = await recalculate(parts, { period, ...(companyIds && { companyIds }) });
    total.written += written;
    total.unchanged += unchanged;
    total.refused.push(...refused);
  }
  return total;
}
