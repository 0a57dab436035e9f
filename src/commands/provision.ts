import { openPortals } from "../portals/index.ts";
import { provision } from "../provision/index.ts";
import type { Command } from "./command.ts";

/** Makes every portal match the declarations: creates and extends, never deletes. */
export const provisionCommand: Command = {
  name: "provision",
  summary: "Create or extend Keyline's objects and properties in HubSpot; never deletes",
  async run({ environment, log, isDryRun }) {
    const portals = openPortals({ environment, log });
    const reports = [];
    for (const portalId of await portals.ids()) {
      const { hubspot } = await portals.open(portalId);
      reports.push({ portalId, ...(await provision({ hubspot, log }, { dryRun: isDryRun })) });
    }
    return {
      json: reports.length === 1 ? reports[0] : reports,
      lines: reports.map((report) => JSON.stringify(report, null, 2)),
    };
  },
};
