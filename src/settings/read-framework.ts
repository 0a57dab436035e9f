import { accountPlan, defaultSettings, frameworkKey, Problem, settingsFromText, type Settings } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";

export interface Framework {
  /** Null: nobody has written the framework record yet. */
  id: string | null;
  settings: Settings;
  /** The text in HubSpot is no settings; the defaults stand in. */
  isSpoilt: boolean;
}

/** The settings as HubSpot has them this moment. A portal that is not provisioned has the defaults. */
export async function readFramework(hubspot: HubSpot): Promise<Framework> {
  const by = { idProperty: accountPlan.key, properties: ["settings"] } as const;
  const read = hubspot.records(accountPlan).read([frameworkKey], by);
  const [record] = await read.catch((problem: unknown) => {
    if (problem instanceof Problem && problem.code === "not-provisioned") return [];
    throw problem;
  });
  const id = record?.id ?? null;
  try {
    return { id, settings: settingsFromText(record?.properties.settings), isSpoilt: false };
  } catch (problem) {
    if (problem instanceof Problem && problem.code === "invalid-input")
      return { id, settings: defaultSettings, isSpoilt: true };
    throw problem;
  }
}
