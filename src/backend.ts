import { join } from "node:path";
import { planningPerformances, planPortalJob } from "./check-ins/index.ts";
import type { Now } from "./clock.ts";
import type { Environment } from "./environment.ts";
import { openHttp, type Http } from "./http/index.ts";
import type { Log } from "./log.ts";
import { openPortals, type Portals } from "./portals/index.ts";
import { openQueue, type Queue } from "./queue/index.ts";
import type { Role } from "./roles.ts";
import { receivingEvents } from "./sync/index.ts";

/** How often a portal is looked at when nothing woke us; webhooks and cards wake us for what changed. */
const passEveryMs = 15 * 60_000;

export interface BackendOptions {
  environment: Environment;
  role: Role;
  now: Now;
  log: Log;
}

export interface Backend {
  /** Where the routes answer; undefined for a worker. */
  url: string | undefined;
  queue: Queue;
  portals: Portals;
  /** Wakes the planner for every portal at once, as when time moved on. */
  wakePlanner(): Promise<void>;
  close(): Promise<void>;
}

/** Puts the backend together: queue, portals, and by role the routes, the worker, or both. */
export async function openBackend({ environment, role, now, log }: BackendOptions): Promise<Backend> {
  const queue = await openQueue({
    redisUrl: environment.REDIS_URL,
    databaseUrl: environment.DATABASE_URL,
    dataFolder: join(environment.KEYLINE_DATA, "queue"),
    log,
  });
  const portals = openPortals({ environment, log, pacerStore: queue.pacerStore });
  const wakePlanner = async () => {
    for (const portalId of await portals.ids()) await queue.add(planPortalJob, { portalId }, { id: portalId });
  };
  if (role !== "web") {
    await startWorking({ queue, portals, now, log });
    // Webhooks that came while nobody listened may be lost: look at everything once.
    await wakePlanner();
  }
  const http = role === "worker" ? undefined : await openRoutes({ environment, queue, portals, now, log });
  return {
    url: http?.url,
    queue,
    portals,
    wakePlanner,
    async close() {
      await http?.close();
      await queue.close();
    },
  };
}

interface Parts {
  queue: Queue;
  portals: Portals;
  now: Now;
  log: Log;
}

async function startWorking({ queue, portals, now, log }: Parts): Promise<void> {
  const open = (portalId: string) => portals.open(portalId);
  await queue.work([
    ...planningPerformances({ open, queue, now, log }),
    receivingEvents({ queue, hubspotOf: async (portalId) => (await open(portalId)).hubspot }),
  ]);
  for (const portalId of await portals.ids()) {
    await queue.every(planPortalJob, { everyMs: passEveryMs }, { portalId }, portalId);
  }
}

function openRoutes({ environment, ...parts }: Parts & { environment: Environment }): Promise<Http> {
  const clientSecret = environment.HUBSPOT_CLIENT_SECRET;
  if (!clientSecret) parts.log.warn({}, "HUBSPOT_CLIENT_SECRET is not set: requests of cards and webhooks are refused");
  return openHttp({ ...parts, clientSecret: clientSecret ?? "", publicUrl: environment.PUBLIC_URL }, environment.PORT);
}
