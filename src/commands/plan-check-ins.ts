import { planPortal } from "../check-ins/index.ts";
import type { Command } from "./command.ts";
import { withPortals } from "./with-portals.ts";

/** One planner pass over every portal, as the worker does it. */
export const planCheckIns: Command = {
  name: "plan-check-ins",
  summary: "Plan check-ins, make or mend reminders, mark what is overdue",
  async run({ environment, now, log, isDryRun }) {
    const results = await withPortals({ environment, log }, async (portals) => {
      const planned = [];
      for (const portalId of await portals.ids()) {
        const { hubspot, settings } = await portals.open(portalId);
        planned.push({ portalId, ...(await planPortal({ hubspot, settings, now, log }, { dryRun: isDryRun })) });
      }
      return planned;
    });
    return {
      json: results.length === 1 ? results[0] : results,
      lines: results.map((result) => JSON.stringify(result)),
      isFine: results.every(({ refused }) => refused.length === 0),
    };
  },
};
