import type { Settings } from "@keyline/domain";
import { z } from "zod";
import type { Now } from "../clock.ts";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import { defineJob, perform, type Performance, type Queue } from "../queue/index.ts";
import { rankPortal, recalculateFew, recalculatePass, type RunningResult } from "./recalculate-running.ts";

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

/**
 * One part of a pass: so many companies after an id. It adds the part after it, so that workers share one portal's pass, and
 * parts of several portals take turns.
 */
export const recalculatePart = defineJob({
  name: "recalculate-part",
  lane: "writes",
  data: z.object({ portalId: z.string(), after: z.string() }),
});

/** The end of a pass: accounts are ranked by revenue, as soon as a search has caught up with what the parts wrote. */
export const rankAccounts = defineJob({
  name: "rank-accounts",
  lane: "writes",
  data: z.object({ portalId: z.string() }),
});

/** Two groups: long enough to fill the batches, short enough to take turns. */
const companiesInPart = 2_000;
const searchCatchesUpMs = 60_000;

/** The wake-ups for these companies, one each: `queue.addMany(recalculateCompanies, recalculationOf(portalId, ids))`. */
export function recalculationOf(portalId: string, companyIds: Iterable<string>) {
  return [...new Set(companyIds)].map((companyId) => ({
    data: { portalId, companyIds: [companyId] },
    id: `${portalId}:${companyId}`,
  }));
}

interface Parts {
  open(portalId: string): Promise<{ hubspot: HubSpot; settings: Settings }>;
  queue: Pick<Queue, "add">;
  now: Now;
  log: Log;
}

/** What the worker does of numbers. Each may be done twice, or stop anywhere: again without news writes nothing. */
export function recalculatingPerformances({ open, queue, now, log }: Parts): Performance[] {
  const partsOf = async (portalId: string) => ({ ...(await open(portalId)), now });
  const addPart = (portalId: string, after: string) =>
    queue.add(recalculatePart, { portalId, after }, { id: `${portalId}:${after}` });

  return [
    perform(recalculatePortal, ({ portalId }) => addPart(portalId, "0")),
    perform(recalculatePart, async ({ portalId, after }, { signal }) => {
      const parts = await partsOf(portalId);
      const { next, ...result } = await recalculatePass(parts, { after, limit: companiesInPart, signal });
      if (next === null) await queue.add(rankAccounts, { portalId }, { id: portalId, delayMs: searchCatchesUpMs });
      else await addPart(portalId, next);
      tell(log, portalId, result);
    }),
    perform(rankAccounts, async ({ portalId }) => tell(log, portalId, await rankPortal(await partsOf(portalId)))),
    perform(recalculateCompanies, async ({ portalId, companyIds }) => {
      tell(log, portalId, await recalculateFew(await partsOf(portalId), companyIds));
    }),
  ];
}

function tell(log: Log, portalId: string, { refused, written, unchanged }: RunningResult): void {
  log.debug({ portalId, written, unchanged, refused: refused.length }, "Numbers are up to date");
  for (const { key, problem } of refused) {
    log.warn({ portalId, key, reason: problem.message }, "HubSpot did not take a number; it is tried again");
  }
}
