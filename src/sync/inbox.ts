import { z } from "zod";
import { defineJob, type Queue } from "../queue/index.ts";
import { callsOf } from "./calls-of.ts";
import type { HubSpotEvent } from "./events.ts";
import { heard, heardFrom, type Heard } from "./heard.ts";
import { ownKinds, passesFor, standardKind } from "./kinds/index.ts";

/** Somebody is to look at what came in for a portal. */
export const readInbox = defineJob({
  name: "read-inbox",
  lane: "webhooks",
  data: z.object({ portalId: z.string() }),
});

export const inboxOf = (portalId: string) => `inbox:${portalId}`;
export const inInbox = z.array(heard);

/** A burst comes with a hundred bodies a second: ringing once in so long is enough, for the reader takes all there is. */
const ringEveryMs = 200;

/**
 * Takes in what HubSpot tells, fast: keeps what may matter, and leaves the looking to a job. HubSpot waits five seconds
 * for an answer and tries again otherwise (developers.hubspot.com, Webhooks).
 *
 * @returns a function that resolves once the events are kept: whatever happens then, they are not lost
 */
export function openIntake(queue: Pick<Queue, "piles" | "add">, onError: (error: unknown) => void) {
  const ring = openRing(async (portalId) => {
    // The answer does not wait for it: a worker that starts, and a clock, look into every inbox as well.
    await queue.add(readInbox, { portalId }, { id: portalId }).catch(onError);
  });
  return async (events: readonly HubSpotEvent[]): Promise<void> => {
    for (const portalId of new Set(events.map((event) => event.portalId))) {
      const told = events.filter((event) => event.portalId === portalId);
      const kept = told.flatMap((event) => heardFrom(event) ?? []).filter(mayMatter);
      if (kept.length === 0) continue;
      await queue.piles.put(inboxOf(portalId), [{ key: crypto.randomUUID(), value: JSON.stringify(kept) }]);
      ring(portalId);
    }
  };
}

export type Intake = ReturnType<typeof openIntake>;

/**
 * What can be told without asking HubSpot. Which of our objects a `2-…` stands for is the reader's to find out: it matters
 * if it would matter of any of them. So ten thousand numbers that we write ourselves fill no inbox.
 */
function mayMatter(event: Heard): boolean {
  if (event.what === "privacyDeletion" || callsOf(event, standardKind).length > 0) return true;
  const isOwn = event.typeId.startsWith("2-") || event.to?.typeId.startsWith("2-");
  return isOwn === true && ownKinds.some((kind) => passesFor(kind, event).length > 0);
}

/** Rings at once, then at most once in `ringEveryMs`; what asked for it meanwhile is rung for at the end of that time. */
function openRing(ringFor: (portalId: string) => Promise<void>): (portalId: string) => void {
  const resting = new Map<string, { isAsked: boolean }>();
  return function ring(portalId: string): void {
    const rest = resting.get(portalId);
    if (rest) return void (rest.isAsked = true);
    const fresh = { isAsked: false };
    resting.set(portalId, fresh);
    void ringFor(portalId);
    setTimeout(() => {
      resting.delete(portalId);
      if (fresh.isAsked) ring(portalId);
    }, ringEveryMs).unref();
  };
}
