import { defaultSettings, Problem, settingsFromText, type Settings } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { readFramework } from "../provision/index.ts";

export interface StoredSettings {
  /** Of the framework record; null while nobody has written it. */
  id: string | null;
  settings: Settings;
  /** The text in HubSpot is no settings; the defaults stand in. */
  isSpoilt: boolean;
}

/** The settings as HubSpot has them this moment. A portal that is not provisioned has the defaults. */
export async function readStoredSettings(hubspot: HubSpot): Promise<StoredSettings> {
  const { id, held } = await readFramework(hubspot);
  try {
    return { id, settings: settingsFromText(held.settings), isSpoilt: false };
  } catch (problem) {
    if (problem instanceof Problem && problem.code === "invalid-input")
      return { id, settings: defaultSettings, isSpoilt: true };
    throw problem;
  }
}
