import {
  accountPlan,
  frameworkKey,
  frameworkValues,
  Problem,
  settingsFrom,
  settingsSections,
  settingsToText,
  type SaveSettings,
  type Settings,
  type SettingsSaved,
} from "@keyline/domain";
import { readFramework } from "./read-framework.ts";
import type { SettingsDesk } from "./settings-desk.ts";
import { settingsOf } from "./settings-of.ts";

/** Saves one section over what stands now, so that two people who change different sections both are heard. */
export async function saveSettings(desk: SettingsDesk, asked: SaveSettings): Promise<SettingsSaved> {
  const { section, before, after } = asked;
  const framework = await readFramework(desk.hubspot);
  const names: readonly (keyof Settings)[] = settingsSections[section];
  const taken = pick(after, names);
  const stands = pick(framework.settings, names);
  if (!isSame(stands, taken)) {
    if (!isSame(stands, pick(before, names))) throw changedMeanwhile(framework.settings);
    const settings = settingsFrom({ ...framework.settings, ...taken });
    await write(desk, framework.id, settings);
    await desk.settingsChanged(settings.language.labels !== framework.settings.language.labels);
  }
  return { outcome: "saved", settings: await settingsOf(desk) };
}

async function write({ hubspot, caller }: SettingsDesk, id: string | null, settings: Settings): Promise<void> {
  const plans = hubspot.records(accountPlan);
  const properties = { settings: settingsToText(settings) };
  const { refused } = id
    ? await plans.update([{ id, properties }])
    : await plans.upsert([{ key: frameworkKey, properties: { ...frameworkValues(caller.language), ...properties } }]);
  if (refused[0]) throw refused[0].problem;
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
