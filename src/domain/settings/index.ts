export {
  addsUp,
  calendarOf,
  leadDaysOf,
  targetOf,
  taskLanguageOf,
  timeZoneOf,
  type TargetForPeriod,
} from "./choose.ts";
export { effectsOf, type SettingsEffect } from "./effects.ts";
export { settingsSchema, type Settings, type SettingsInput } from "./settings.ts";
export { defaultSettings, settingsFrom, settingsFromText, settingsToText } from "./settings-from.ts";
export type { Target, Targets } from "./target-settings.ts";
