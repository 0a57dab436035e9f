import { cardRoute } from "./define-route.ts";
import {
  installationAnswer,
  saveSettings,
  settingsAnswer,
  settingsQuery,
  settingsSaved,
  setUp,
  setUpStarted,
  testReminder,
  testReminderMade,
} from "./settings.ts";

/** What the settings page asks; no company in any of it. */
export const settingsRoutes = {
  settings: cardRoute("GET", "/cards/settings", settingsQuery, settingsAnswer),
  saveSettings: cardRoute("POST", "/cards/settings/save", saveSettings, settingsSaved),
  installation: cardRoute("GET", "/cards/settings/installation", settingsQuery, installationAnswer),
  setUp: cardRoute("POST", "/cards/settings/set-up", setUp, setUpStarted),
  testReminder: cardRoute("POST", "/cards/settings/test-reminder", testReminder, testReminderMade),
};
