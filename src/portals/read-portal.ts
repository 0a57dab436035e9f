import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import type { Portal } from "./portal.ts";
import { readSettings } from "./read-settings.ts";

/** Settings and account facts are read again after this. */
export const freshMs = 60_000;

export async function readPortal(hubspot: HubSpot, log: Log): Promise<Portal> {
  const [account, settings] = await Promise.all([hubspot.account(), readSettings(hubspot, log)]);
  return {
    portalId: String(account.portalId),
    timeZone: account.timeZone,
    currency: account.currency,
    hubspot,
    settings,
  };
}
