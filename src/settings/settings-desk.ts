import type { Desk } from "../desk/index.ts";

/** What the settings page can set going beyond HubSpot. */
export interface SettingsDesk extends Desk {
  /** The settings were written: every room reads them anew, and planner and numbers look at all accounts. */
  settingsChanged(): Promise<void>;
  /** Makes the portal match the declarations, by a job. */
  setUpPortal(): Promise<void>;
}
