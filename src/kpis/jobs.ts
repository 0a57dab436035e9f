import type { Settings } from "@keyline/domain";
import { z } from "zod";
import type { Now } from "../clock.ts";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import { defineJob, perform, type Performance } from "../queue/index.ts";
import { recalculateRunning, type RunningResult } from "./recalculate-running.ts";

/**
 * Something happened to these companies that numbers are made of. Add it with the id `portal:company`, one company each,
 * so that a storm of events folds into one; `recalculationOf` makes what `queue.addMany` takes.
 */
export const recalculateCompanies = defineJob({
  name: "recalculate-companies",
  lane: "planner",
  data: z.object({ portalId: z.string(), companyIds: z.array(z.string()).min(1).max(100) }),
});

/** A whole pass over a portal is due: numbers move with the clock, and so do the periods that run. */
export const recalculatePortal = defineJob({
  name: "recalculate-portal",
  lane: "planner",
  data: z.object({ portalId: z.string() }),
});

/** The wake-ups for these companies, one each: `queue.addMany(recalculateCompanies, recalculationOf(portalId, ids))`. */
export function recalculationOf(portalId: string, companyIds: Iterable<string>) {
  return [...new Set(companyIds)].map((companyId) => ({
    data: { portalId, companyIds: [companyId] },
    id: `${portalId}:${companyId}`,
  }));
}

interface Parts {
  open(portalId: string): Promise<{ hubspot: HubSpot; settings: Settings }>;
  now: Now;
  log: Log;
}

/** What the worker does of numbers. Each may be done twice, or stop anywhere: again without news writes nothing. */
export function recalculatingPerformances({ open, now, log }: Parts): Performance[] {
  const run = async (portalId: string, companyIds?: readonly string[]) => {
    const { hubspot, settings } = await open(portalId);
    tell(log, portalId, await recalculateRunning({ hubspot, settings, now }, companyIds));
  };
  return [
    perform(recalculatePortal, ({ portalId }) => run(portalId)),
    perform(recalculateCompanies, ({ portalId, companyIds }) => run(portalId, companyIds)),
  ];
}

function tell(log: Log, portalId: string, { refused, ...counts }: RunningResult): void {
  log.debug({ portalId, ...counts, refused: refused.length }, "Numbers are up to date");
  for (const { key, problem } of refused) {
    log.warn({ portalId, key, reason: problem.message }, "HubSpot did not take a number; it is tried again");
  }
}
