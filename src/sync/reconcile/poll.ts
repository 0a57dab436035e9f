import { company } from "@keyline/domain";
import { z } from "zod";
import type { HubSpot } from "../../hubspot/index.ts";
import { defineJob, type Queue } from "../../queue/index.ts";
import { passes } from "../kinds/index.ts";
import { ringSettling, touch } from "../touched.ts";
import { readCursors, writeCursors } from "./cursors.ts";
import { cursorsOfNow, findChanges } from "./find-changes.ts";

/** The clock's turn to ask HubSpot what changed: for what webhooks do not tell, and for what got lost. */
export const pollChanges = defineJob({
  name: "poll-changes",
  lane: "webhooks",
  data: z.object({ portalId: z.string() }),
});

interface Parts {
  hubspot: HubSpot;
  queue: Queue;
  nowMs: number;
  portalId: string;
  /** Starts the planner's and the numbers' passes over the whole portal. */
  wakeAll(portalId: string): Promise<void>;
}

/**
 * Puts the companies that changes lead to on the piles. Where nobody knows since when, everything is gone over, and the
 * cursor starts from now.
 */
export async function poll({ hubspot, queue, nowMs, portalId, wakeAll }: Parts): Promise<Record<string, number>> {
  const cursors = await readCursors(queue.store, portalId);
  if (cursors === null) {
    const fresh = await cursorsOfNow(hubspot, nowMs);
    await touchMerged(hubspot, queue, portalId);
    await wakeAll(portalId);
    await writeCursors(queue.store, portalId, fresh);
    return {};
  }
  const { called, records, cursors: after } = await findChanges(hubspot, cursors, nowMs);
  for (const pass of passes) {
    await touch(queue, portalId, pass, called[pass]);
    if (called[pass].size > 0) await ringSettling(queue, portalId, pass);
  }
  // From here on the piles remember.
  await writeCursors(queue.store, portalId, after);
  return records;
}

async function touchMerged(hubspot: HubSpot, queue: Queue, portalId: string): Promise<void> {
  const where = [[{ property: "hs_merged_object_ids", operator: "HAS_PROPERTY" as const }]];
  for await (const page of hubspot.records(company).search({ where, properties: [] })) {
    await touch(
      queue,
      portalId,
      "fold",
      page.map(({ id }) => id),
    );
    await ringSettling(queue, portalId, "fold");
  }
}
