import { planPortalJob } from "../check-ins/index.ts";
import { recalculatePortal } from "../kpis/index.ts";
import { setUpPortal } from "../provision/index.ts";
import type { Parts } from "./parts.ts";

/** Other processes read a portal's settings again after a minute; what is woken later than that finds the new ones everywhere. */
const readEverywhereMs = 65_000;

/** After settings were saved: they are read anew, and every account is looked at by them, at once and when all have read them. */
export async function settingsChanged({ portals, queue }: Parts, portalId: string, isRenamed: boolean): Promise<void> {
  portals.renew(portalId);
  for (const delayMs of [0, readEverywhereMs]) {
    const id = delayMs === 0 ? portalId : `${portalId}:settings`;
    await queue.add(planPortalJob, { portalId }, { id, delayMs });
    await queue.add(recalculatePortal, { portalId }, { id, delayMs });
  }
  if (isRenamed) await queue.add(setUpPortal, { portalId }, { id: portalId });
}
