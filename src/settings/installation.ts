import type { InstallationAnswer } from "@keyline/domain";
import { provision } from "../provision/index.ts";
import type { SettingsDesk } from "./settings-desk.ts";

/** What stands in the portal against what Keyline declares; writes nothing. */
export async function installationOf(desk: SettingsDesk): Promise<InstallationAnswer> {
  const { hubspot, log, settings, now, portalId } = desk;
  const report = await provision({ hubspot, log }, { language: settings.language.labels, dryRun: true });
  const { unchanged: standing, created, extended, warnings } = report;
  return { portalId, asOf: now().toISOString(), standing, missing: [...created, ...extended], warnings };
}
