import type { Desk } from "../desk/index.ts";

/** What the settings page can set going beyond HubSpot. */
export interface SettingsDesk extends Desk {
  /**
   * The settings were written: every room reads them anew, planner and numbers look at all accounts. `isRenamed`: labels
   * in HubSpot are to be in another language.
   */
  settingsChanged(isRenamed: boolean): Promise<void>;
  /** Makes the portal match the declarations, by a job. */
  setUpPortal(): Promise<void>;
}
