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

/** How portals come and go, where many of them install the app by OAuth. */
export interface Installing {
  /** Where an administrator grants access; `state` comes back with the code. */
  authoriseUrl(state: string): string;
  /** Exchanges the code of a grant and keeps the tokens. */
  install(code: string): Promise<{ portalId: string }>;
  /** Forgets a portal whose access ended. Its records in HubSpot stay. */
  forget(portalId: string): Promise<void>;
  /** Writes all tokens anew under the newest key. */
  rotateKeys(): Promise<{ rotated: number; kept: number }>;
}

export interface Portals {
  /** Throws `not-installed` for a portal that we have no token for. */
  open(portalId: string): Promise<Portal>;
  /** Every portal that installed Keyline. */
  ids(): Promise<string[]>;
  /** Resolves when HubSpot answers. */
  check(): Promise<void>;
  /** Its settings were changed: whoever opens it next reads them anew. Other processes do within a minute. */
  renew(portalId: string): void;
  /** Null for the one portal of a private app, which its administrator installs. */
  installing: Installing | null;
}
