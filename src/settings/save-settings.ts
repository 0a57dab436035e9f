import {
  Problem,
  settingsFrom,
  settingsSections,
  settingsToText,
  type SaveSettings,
  type Settings,
  type SettingsSaved,
} from "@keyline/domain";
import { writeFramework } from "../provision/index.ts";
import type { SettingsDesk } from "./settings-desk.ts";
import { settingsOf } from "./settings-of.ts";
import { readStoredSettings } from "./stored-settings.ts";

/** Saves one section over what stands now, so that two people who change different sections both are heard. */
export async function saveSettings(desk: SettingsDesk, asked: SaveSettings): Promise<SettingsSaved> {
  const { section, before, after } = asked;
  const { hubspot, caller } = desk;
  const stored = await readStoredSettings(hubspot);
  const names: readonly (keyof Settings)[] = settingsSections[section];
  const taken = pick(after, names);
  const stands = pick(stored.settings, names);
  if (!isSame(stands, taken)) {
    if (!isSame(stands, pick(before, names))) throw changedMeanwhile(stored.settings);
    const settings = settingsFrom({ ...stored.settings, ...taken });
    await writeFramework(hubspot, stored, { settings: settingsToText(settings) }, caller.language);
    await desk.settingsChanged(settings.language.labels !== stored.settings.language.labels);
  }
  return { outcome: "saved", settings: await settingsOf(desk) };
}

function pick(settings: Settings, names: readonly (keyof Settings)[]): Partial<Settings> {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}

/** Both were read by the same schema, so that their keys stand in the same order. */
function isSame(one: Partial<Settings>, other: Partial<Settings>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function changedMeanwhile(settings: Settings): Problem {
  const words = {
    en: "Somebody has changed these settings since you opened them.",
    ar: "غيّر شخص آخر هذه الإعدادات بعد أن فتحتها.",
  };
  return new Problem("conflict", words.en, { words, found: { settings } });
}
