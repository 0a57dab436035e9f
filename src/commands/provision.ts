import { provision } from "../provision/index.ts";
import type { Command } from "./command.ts";
import { withPortals } from "./with-portals.ts";

/** Makes every portal match the declarations: creates and extends, never deletes. */
export const provisionCommand: Command = {
  name: "provision",
  summary: "Create or extend Keyline's objects and properties in HubSpot; never deletes",
  async run({ environment, log, isDryRun }) {
    const reports = await withPortals({ environment, log }, async (portals) => {
      const made = [];
      for (const portalId of await portals.ids()) {
        const { hubspot, settings } = await portals.open(portalId);
        const options = { language: settings.language.labels, dryRun: isDryRun };
        made.push({ portalId, ...(await provision({ hubspot, log }, options)) });
      }
      return made;
    });
    return {
      json: reports.length === 1 ? reports[0] : reports,
      lines: reports.map((report) => JSON.stringify(report, null, 2)),
    };
  },
};
