import { Problem, type Settings } from "@keyline/domain";
import type { Now } from "../clock.ts";
import type { HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import { perform, type Performance, type Queue, type Waiting } from "../queue/index.ts";
import type { Heard } from "./heard.ts";
import { inboxOf, inInbox, readInbox } from "./inbox.ts";
import { passes, type Pass } from "./kinds/index.ts";
import { poll, pollChanges } from "./reconcile/poll.ts";
import { companiesCalledFor } from "./read-events.ts";
import { companiesAtOnce, settle, tellRefused } from "./settle.ts";
import { countTouched, dropTouched, lookTouched, ringSettling, settleTouched, touch } from "./touched.ts";

export interface SyncParts {
  open(portalId: string): Promise<{ hubspot: HubSpot; settings: Settings }>;
  queue: Queue;
  /** Starts the planner's and the numbers' passes over the whole portal. */
  wakeAll(portalId: string): Promise<void>;
  now: Now;
  log: Log;
}

/** Bodies read together: up to a hundred events each. */
const bodiesAtOnce = 100;
/** An event that comes again later than this wakes once more, and finds nothing to do. */
const rememberedMs = 60 * 60_000;
/** While a burst goes on, companies wait for its end, so that each is settled once; so often at most. */
const mostWaits = 15;
const waitMs = 1_000;
/** More events than this at a time are a burst. */
const burst = 50;

/** How often an inbox is looked into when nobody rang: a process may have died between keeping and ringing. */
const lookEveryMs = 60_000;

/** How often HubSpot is asked for what changed, beside what it tells. */
const pollEveryMs = 5 * 60_000;

/** Takes up what a process before left lying, and goes on looking. */
export async function wakeSync(queue: Queue, portalId: string): Promise<void> {
  await queue.every(readInbox, { everyMs: lookEveryMs }, { portalId }, portalId);
  await queue.add(readInbox, { portalId }, { id: portalId });
  await queue.every(pollChanges, { everyMs: pollEveryMs }, { portalId }, portalId);
}

/** The portal is gone: nobody looks any more. */
export async function stopSync(queue: Queue, portalId: string): Promise<void> {
  await queue.cancelSchedule(readInbox, portalId);
  await queue.cancelSchedule(pollChanges, portalId);
}

/** What the worker does with what came in. Each may be done twice, or stop anywhere. */
export function syncPerformances(parts: SyncParts): Performance[] {
  return [
    perform(readInbox, async ({ portalId }, { signal, again }) => {
      while (!signal.aborted) {
        const bodies = await parts.queue.piles.look(inboxOf(portalId), bodiesAtOnce);
        if (bodies.length === 0) return ringForLeft(parts.queue, portalId);
        await readBodies(parts, portalId, bodies);
      }
      await again();
    }),
    perform(pollChanges, async ({ portalId }) => {
      const { open, queue, now, wakeAll, log } = parts;
      const { hubspot } = await open(portalId);
      const records = await poll({ hubspot, queue, nowMs: now().getTime(), portalId, wakeAll });
      log.debug({ portalId, records }, "HubSpot was asked for what changed");
    }),
    perform(settleTouched, async ({ portalId, pass, waited }, { signal, again }) => {
      const isBusy = waited < mostWaits && (await parts.queue.piles.size(inboxOf(portalId))) > 0;
      if (isBusy) return again({ portalId, pass, waited: waited + 1 }, { delayMs: waitMs });
      while (!signal.aborted) {
        const waiting = await lookTouched(parts.queue, portalId, pass, companiesAtOnce);
        if (waiting.length === 0) return;
        await settleSome(
          parts,
          portalId,
          pass,
          waiting.map(({ key }) => key),
        );
        await dropTouched(parts.queue, portalId, pass, waiting);
      }
      await again();
    }),
  ];
}

/** A process may have died after it put companies on a pile and before it rang. */
async function ringForLeft(queue: Queue, portalId: string): Promise<void> {
  for (const pass of passes)
    if ((await countTouched(queue, portalId, pass)) > 0) await ringSettling(queue, portalId, pass);
}

async function readBodies(parts: SyncParts, portalId: string, bodies: readonly Waiting[]): Promise<void> {
  const { queue, log } = parts;
  const told = bodies.flatMap(({ value }) => inInbox.parse(JSON.parse(value)));
  const events = await newAmong(queue, portalId, told);
  const hubspot = await hubspotOf(parts, portalId);
  if (hubspot && events.length > 0) {
    const called = await companiesCalledFor(hubspot, events);
    for (const pass of passes) {
      await touch(queue, portalId, pass, called[pass]);
      if (called[pass].size > 0) await ringSettling(queue, portalId, pass, events.length > burst ? waitMs : 0);
    }
    await queue.store.setMany(
      events.map(({ identity }) => ({ key: seenKey(portalId, identity), value: "" })),
      { ttlMs: rememberedMs },
    );
    const companies = Object.fromEntries(passes.map((pass) => [pass, called[pass].size]));
    log.debug({ portalId, told: told.length, fresh: events.length, ...companies }, "Events were read");
  }
  await queue.piles.drop(inboxOf(portalId), bodies);
}

/** Each event once. Remembered after its companies lie on the piles, so that a crash in between loses nothing. */
async function newAmong({ store }: Queue, portalId: string, told: readonly Heard[]): Promise<Heard[]> {
  const byIdentity = new Map(told.map((event) => [event.identity, event]));
  const known = await store.known([...byIdentity.keys()].map((identity) => seenKey(portalId, identity)));
  return [...byIdentity.values()].filter(({ identity }) => !known.has(seenKey(portalId, identity)));
}

const seenKey = (portalId: string, identity: string) => `event:${portalId}:${identity}`;

/** Null for a portal that we do not serve any more: what it told is nobody's business. */
async function hubspotOf({ open, log }: SyncParts, portalId: string): Promise<HubSpot | null> {
  try {
    return (await open(portalId)).hubspot;
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== "not-installed") throw problem;
    log.warn({ portalId }, "Events of a portal where Keyline is not installed are dropped");
    return null;
  }
}

async function settleSome({ open, queue, now, log }: SyncParts, portalId: string, pass: Pass, ids: readonly string[]) {
  const { hubspot, settings } = await open(portalId);
  const settled = await settle(pass, { portalId, hubspot, settings, now, log, store: queue.store }, ids);
  log.debug(
    { portalId, pass, companies: settled.companies, written: settled.written },
    "Touched companies are settled",
  );
  tellRefused(log, portalId, settled);
  if (pass !== "fold") return;
  for (const next of ["plan", "numbers"] as const) {
    await touch(queue, portalId, next, ids);
    await ringSettling(queue, portalId, next);
  }
}
