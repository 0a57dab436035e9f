import { accountPlan, frameworkKey, Problem, settingsFromText, type Settings } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";

/**
 * The portal's settings: the JSON on its framework, an `account_plan` record that belongs to no company. A portal that
 * has none yet, or is not provisioned yet, has the defaults.
 */
export async function readSettings(hubspot: HubSpot, log: Log): Promise<Settings> {
  try {
    const [framework] = await hubspot
      .records(accountPlan)
      .read([frameworkKey], { idProperty: accountPlan.key, properties: ["settings"] });
    return settingsFromText(framework?.properties.settings ?? null);
  } catch (error) {
    if (error instanceof Problem && (error.code === "not-provisioned" || error.code === "not-found"))
      return settingsFromText(null);
    if (error instanceof Problem && error.code === "invalid-input") {
      log.warn({ reason: error.message }, "The settings cannot be read; the defaults stand until they are saved again");
      return settingsFromText(null);
    }
    throw error;
  }
}
