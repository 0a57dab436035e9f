import type { Settings } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";

/** One HubSpot account that Keyline serves. */
export interface Portal {
  portalId: string;
  timeZone: string;
  /** ISO 4217, the portal's own. */
  currency: string;
  hubspot: HubSpot;
  settings: Settings;
}

export interface Portals {
  /** Throws `not-installed` for a portal that we have no token for. */
  open(portalId: string): Promise<Portal>;
  /** Every portal that installed Keyline. */
  ids(): Promise<string[]>;
  /** Resolves when HubSpot answers. */
  check(): Promise<void>;
}
