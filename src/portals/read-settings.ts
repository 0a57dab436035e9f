import { Problem, settingsFromText, type Settings } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import { readFramework } from "../provision/index.ts";

/**
 * The portal's settings: the JSON on its framework, an `account_plan` record that belongs to no company. A portal that
 * has none yet, or is not provisioned yet, has the defaults; so has one whose text a person has spoilt, until it is saved
 * anew.
 */
export async function readSettings(hubspot: HubSpot, log: Log): Promise<Settings> {
  const { held } = await readFramework(hubspot);
  try {
    return settingsFromText(held.settings);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== "invalid-input") throw problem;
    log.warn({ reason: problem.message }, "The settings cannot be read; the defaults stand until they are saved again");
    return settingsFromText(null);
  }
}
