import { planPortal } from "../check-ins/index.ts";
import { openPortals } from "../portals/index.ts";
import type { Command } from "./command.ts";

/** One planner pass over every portal, as the worker does it. */
export const planCheckIns: Command = {
  name: "plan-check-ins",
  summary: "Plan check-ins, make or mend reminders, mark what is overdue",
  async run({ environment, now, log, isDryRun }) {
    const portals = openPortals({ environment, log });
    const results = [];
    for (const portalId of await portals.ids()) {
      const portal = await portals.open(portalId);
      const { hubspot, settings } = portal;
      results.push({ portalId, ...(await planPortal({ hubspot, settings, now, log }, { dryRun: isDryRun })) });
    }
    return {
      json: results.length === 1 ? results[0] : results,
      lines: results.map((result) => JSON.stringify(result)),
      isFine: results.every(({ refused }) => refused.length === 0),
    };
  },
};
