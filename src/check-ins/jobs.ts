import type { Settings } from "@keyline/domain";
import { z } from "zod";
import type { Now } from "../clock.ts";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import { defineJob, perform, type Performance, type Queue } from "../queue/index.ts";
import { planFew } from "./plan-companies.ts";
import { planPortal } from "./plan-portal.ts";
import type { PlanResult } from "./plan-result.ts";

/** A whole pass over a portal is due: by the clock, or because its settings changed. */
export const planPortalJob = defineJob({
  name: "plan-portal",
  lane: "planner",
  data: z.object({ portalId: z.string() }),
});

/**
 * One part of a pass: so many companies after an id. It adds the part after it as soon as it has read its own, so that
 * workers share one portal's pass, and parts of several portals take turns.
 */
export const planPart = defineJob({
  name: "plan-part",
  lane: "writes",
  data: z.object({ portalId: z.string(), after: z.string() }),
});

/** Something happened to these companies. Add it with the id `portal:company`, so that a storm of events folds into one. */
export const planCompanies = defineJob({
  name: "plan-companies",
  lane: "planner",
  data: z.object({ portalId: z.string(), companyIds: z.array(z.string()).min(1).max(100) }),
});

/** A full batch of associations (2,000 tasks) from ten pages of a search. */
const fullPart = 2_000;

interface Parts {
  open(portalId: string): Promise<{ hubspot: HubSpot; settings: Settings }>;
  queue: Pick<Queue, "add">;
  now: Now;
  log: Log;
  companiesInPart?: number;
}

/** What the worker does of check-ins. Each may be done twice, or stop anywhere. */
export function planningPerformances({ open, queue, now, log, companiesInPart = fullPart }: Parts): Performance[] {
  const partsOf = async (portalId: string) => {
    const { hubspot, settings } = await open(portalId);
    return { hubspot, settings, now, log };
  };
  const addPart = (portalId: string, after: string) =>
    queue.add(planPart, { portalId, after }, { id: `${portalId}:${after}` });

  return [
    perform(planPortalJob, ({ portalId }) => addPart(portalId, "0")),
    perform(planPart, async ({ portalId, after }, { signal }) => {
      const result = await planPortal(await partsOf(portalId), {
        after,
        mostCompanies: companiesInPart,
        signal,
        onRead: async (next) => {
          if (next !== null) await addPart(portalId, next);
        },
      });
      tell(log, portalId, result);
    }),
    perform(planCompanies, async ({ portalId, companyIds }) => {
      tell(log, portalId, await planFew(await partsOf(portalId), companyIds));
    }),
  ];
}

function tell(log: Log, portalId: string, { refused, writes: _writes, ...counts }: PlanResult): void {
  log.debug({ portalId, ...counts, refused: refused.length }, "Check-ins are planned");
  for (const { companyId, what, message } of refused) {
    log.warn({ portalId, companyId, what, reason: message }, "HubSpot did not take a write; it is tried again");
  }
}
