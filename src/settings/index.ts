import type { settingsRoutes } from "@keyline/domain";
import type { CardActions } from "../desk/index.ts";
import { installationOf } from "./installation.ts";
import { saveSettings } from "./save-settings.ts";
import type { SettingsDesk } from "./settings-desk.ts";
import { settingsOf } from "./settings-of.ts";
import { makeTestReminder } from "./test-reminder.ts";

export type { SettingsDesk } from "./settings-desk.ts";

/** What answers the routes of the settings page. */
export const settingsActions: CardActions<typeof settingsRoutes, SettingsDesk> = {
  settings: settingsOf,
  saveSettings,
  installation: installationOf,
  async setUp(desk) {
    await desk.setUpPortal();
    return { outcome: "started" };
  },
  testReminder: makeTestReminder,
};
