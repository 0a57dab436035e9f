import { z } from "zod";
import { planCompanies } from "../check-ins/index.ts";
import type { HubSpot } from "../hubspot/index.ts";
import { defineJob, perform, type Performance, type Queue } from "../queue/index.ts";
import { companiesOfEvents } from "./companies-of-events.ts";
import { hubspotEvent, type HubSpotEvent } from "./events.ts";

/** A body of HubSpot's webhooks, kept until somebody has looked at it. */
export const receiveEvents = defineJob({
  name: "receive-events",
  lane: "webhooks",
  data: z.object({ events: z.array(hubspotEvent) }),
});

interface Parts {
  queue: Queue;
  hubspotOf(portalId: string): Promise<HubSpot>;
}

/**
 * Turns events into wake-ups of the companies they touch. An event is never taken as the truth: the planner reads the
 * record, so that late, doubled and reordered events do no harm.
 */
export function receivingEvents({ queue, hubspotOf }: Parts): Performance {
  return perform(receiveEvents, async ({ events }) => {
    for (const portalId of new Set(events.map((event) => event.portalId))) {
      await wake(
        portalId,
        events.filter((event) => event.portalId === portalId),
      );
    }
  });

  async function wake(portalId: string, events: readonly HubSpotEvent[]) {
    const companyIds = await companiesOfEvents(events, await hubspotOf(portalId));
    await queue.addMany(
      planCompanies,
      companyIds.map((companyId) => ({
        data: { portalId, companyIds: [companyId] },
        id: `${portalId}:${companyId}`,
      })),
    );
  }
}
