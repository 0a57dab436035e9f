import type { Language, Settings } from "@keyline/domain";
import type { Now } from "../clock.ts";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";

/** What an action of a card, page or workflow is given: the portal, who asks, and in which language to answer. */
export interface Desk {
  readonly portalId: string;
  /** IANA name, as HubSpot gives it; the settings may say another: `timeZoneOf`. */
  readonly timeZone: string;
  /** ISO 4217, the portal's own. */
  readonly currency: string;
  readonly hubspot: HubSpot;
  readonly settings: Settings;
  readonly now: Now;
  readonly log: Log;
  readonly caller: { readonly userId: string; readonly userEmail: string; readonly language: Language };
}
